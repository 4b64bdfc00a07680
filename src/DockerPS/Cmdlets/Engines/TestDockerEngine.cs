using System;
using System.Diagnostics;
using System.Linq;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using DockerPS.Engine;
using DockerPS.Errors;

namespace DockerPS.Cmdlets.Engines;

/// <summary>
/// Tells whether an engine answers: true or false, and nothing else. With <c>-Detailed</c> it says which endpoint was chosen and why, what the engine is, and what is wrong.
/// </summary>
[Cmdlet(VerbsDiagnostic.Test, "DockerEngine")]
[OutputType(typeof(bool), typeof(EngineStatus))]
public sealed class TestDockerEngine : DockerCmdlet
{
    /// <summary>
    /// The engine, or several: a context's name or an address. Without it the engine is found as the docker command finds it.
    /// </summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    public EngineReference[]? Engine { get; set; }

    /// <summary>Writes an object for each engine, in place of true or false.</summary>
    [Parameter]
    public SwitchParameter Detailed { get; set; }

    /// <summary>The longest wait for an answer: seconds, a TimeSpan, or text such as 500ms. Without it 10 seconds.</summary>
    [Parameter]
    [Seconds]
    public Duration Timeout { get; set; } = new("10s");

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var name in Engine?.Select(engine => (string?)engine.Text) ?? [null])
        {
            var status = Await(cancel => TestAsync(name, cancel));
            WriteObject(Detailed ? status : status.Reachable);
        }
    }

    private async Task<EngineStatus> TestAsync(string? name, CancellationToken cancel)
    {
        EngineEndpoint? endpoint = null;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(Timeout.ToTimeSpan());
        try
        {
            endpoint = EngineLoader.Connector.Resolve(name);
            var watch = Stopwatch.StartNew();
            var greeting = await EngineLoader.Connector.Connect(endpoint).PingAsync(limit.Token).ConfigureAwait(false);
            return new EngineStatus
            {
                Engine = endpoint.Name,
                Address = endpoint.Address,
                Source = endpoint.Source,
                Reachable = true,
                Server = greeting.Server,
                ApiVersion = greeting.ApiVersion,
                UsedApiVersion = greeting.UsedApiVersion,
                OperatingSystem = greeting.OperatingSystem,
                Latency = watch.Elapsed,
            };
        }
        catch (DockerException failure)
        {
            return Unreachable(name, endpoint, failure);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return Unreachable(name, endpoint, new DockerException(DockerError.Timeout, $"The engine {endpoint?.Name ?? name} did not answer within {Timeout}."));
        }
    }

    private static EngineStatus Unreachable(string? name, EngineEndpoint? endpoint, DockerException failure) => new()
    {
        Engine = endpoint?.Name ?? name ?? "",
        Address = endpoint?.Address,
        Source = endpoint?.Source,
        Error = failure.Error,
        Problem = failure.Message,
        Remedy = ErrorRecords.RemedyFor(failure),
    };
}
