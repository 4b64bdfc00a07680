using System;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Net.Http;

namespace DockerPS.Shell.Commands.Web;

[Cmdlet(VerbsLifecycle.Invoke, "WebRequest")]
[OutputType(typeof(WebAnswer))]
public sealed class InvokeWebRequest : WebCmdlet
{
    [Parameter]
    public string? OutFile { get; set; }

    private protected override void Take(HttpResponseMessage response, byte[] content)
    {
        if (OutFile is not null)
        {
            File.WriteAllBytes(SessionState.Path.GetUnresolvedProviderPathFromPSPath(OutFile), content);
            return;
        }

        var headers = response.Headers.Concat(response.Content.Headers)
            .ToDictionary(header => header.Key, header => header.Value.ToArray(), StringComparer.OrdinalIgnoreCase);
        WriteObject(new WebAnswer((int)response.StatusCode, response.ReasonPhrase ?? "", TextOf(content), headers));
    }
}
