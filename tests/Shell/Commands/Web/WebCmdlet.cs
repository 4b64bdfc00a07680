using System;
using System.Collections;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Management.Automation;
using System.Text;
using System.Threading;

namespace DockerPS.Shell.Commands.Web;

/// <summary>One request, one answer; Ctrl-C ends it.</summary>
public abstract class WebCmdlet : PSCmdlet, IDisposable
{
    private readonly CancellationTokenSource _stop = new();

    [Parameter(Position = 0, Mandatory = true)]
    public Uri Uri { get; set; } = null!;

    [Parameter]
    public string Method { get; set; } = "Get";

    [Parameter]
    public IDictionary Headers { get; set; } = new Hashtable();

    [Parameter(ValueFromPipeline = true)]
    public object? Body { get; set; }

    [Parameter]
    public string? ContentType { get; set; }

    [Parameter]
    [Alias("TimeoutSec")]
    public int ConnectionTimeoutSeconds { get; set; } = 100;

    [Parameter]
    public SwitchParameter SkipHttpErrorCheck { get; set; }

    /// <summary>Accepted and not heeded: there is no other parsing here.</summary>
    [Parameter]
    public SwitchParameter UseBasicParsing { get; set; }

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing) => _stop.Dispose();

    protected override void StopProcessing() => _stop.Cancel();

    protected override void ProcessRecord()
    {
        // As in PowerShell, a host and a path without a scheme are http.
        Uri target = Uri.IsAbsoluteUri ? Uri : new Uri("http://" + Uri.OriginalString);
        try
        {
            using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(ConnectionTimeoutSeconds) };
            using var request = new HttpRequestMessage(new HttpMethod(Method.ToUpperInvariant()), target);
            foreach (DictionaryEntry header in Headers)
            {
                request.Headers.TryAddWithoutValidation(header.Key.ToString()!, header.Value?.ToString());
            }

            if (Body is not null)
            {
                request.Content = new StringContent(LanguagePrimitives.ConvertTo<string>(Body), Encoding.UTF8);
                request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(ContentType ?? "application/x-www-form-urlencoded");
            }

            using HttpResponseMessage response = client.Send(request, HttpCompletionOption.ResponseContentRead, _stop.Token);
            byte[] content = response.Content.ReadAsByteArrayAsync(_stop.Token).GetAwaiter().GetResult();
            if (!response.IsSuccessStatusCode && !SkipHttpErrorCheck)
            {
                throw new HttpRequestException(
                    $"Response status code does not indicate success: {(int)response.StatusCode} ({response.ReasonPhrase}).", inner: null, response.StatusCode);
            }

            Take(response, content);
        }
        catch (Exception failure) when (failure is HttpRequestException or OperationCanceledException && !Stopping)
        {
            ThrowTerminatingError(new ErrorRecord(failure, "WebCmdletWebResponseException", ErrorCategory.InvalidOperation, target));
        }
    }

    private protected abstract void Take(HttpResponseMessage response, byte[] content);

    private protected static string TextOf(byte[] content) => Encoding.UTF8.GetString(content);
}
