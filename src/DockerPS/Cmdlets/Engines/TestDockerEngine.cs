using System;
using System.Diagnostics;
using System.Linq;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using DockerPS.Completion;
using DockerPS.Engine;
using DockerPS.Errors;

namespace DockerPS.Cmdlets.Engines;

/// <summary>
/// Tells whether an engine answers: true or false, and nothing else. With <c>-Detailed</c> it says which endpoint was chosen and why, where else an address was looked for, what the engine is, and what
/// is wrong.
/// </summary>
[Cmdlet(VerbsDiagnostic.Test, "DockerEngine")]
[OutputType(typeof(bool), typeof(EngineStatus))]
public sealed class TestDockerEngine : DockerCmdlet
{
    /// <summary>
    /// The engine, or several: the name of a connection or a context, or an address. Without it the session's default, or the engine is found as the docker command finds it.
    /// </summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [ArgumentCompleter(typeof(EngineNameCompleter))]
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
        var session = SessionEngines.Current;
        var tests = (Engine?.Select(engine => (string?)engine.Text) ?? [null])
            .Select(name => Start(cancel => TestAsync(session, name, Detailed ? [.. session.Search(name)] : [], cancel)))
            .ToList();
        foreach (var test in tests)
        {
            var status = Await(_ => test);
            WriteObject(Detailed ? status : status.Reachable);
        }
    }

    // Another engine may listen where nothing looks for it.
    private static string? Unnamed(EndpointSource[] sources) => sources.FirstOrDefault(source => source.Endpoint is not null && !source.Chosen && source.Source == "a socket of this machine") is { } other
        ? $"An engine may listen at {other.Value}: name it by -Engine, $env:DOCKER_HOST or New-DockerContext."
        : null;

    private async Task<EngineStatus> TestAsync(SessionEngines session, string? name, EndpointSource[] sources, CancellationToken cancel)
    {
        EngineEndpoint? endpoint = null;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(Timeout.ToTimeSpan());
        try
        {
            endpoint = session.Resolve(name);
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
                Sources = sources,
            };
        }
        catch (DockerException failure)
        {
            return Unreachable(name, endpoint, sources, failure);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return Unreachable(name, endpoint, sources, new DockerException(DockerError.Timeout, $"The engine {endpoint?.Name ?? name} did not answer within {Timeout}."));
        }
    }

    private static EngineStatus Unreachable(string? name, EngineEndpoint? endpoint, EndpointSource[] sources, DockerException failure) => new()
    {
        Engine = endpoint?.Name ?? name ?? "",
        Address = endpoint?.Address,
        Source = endpoint?.Source,
        Error = failure.Error,
        Problem = failure.Message,
        Remedy = (failure.Error == DockerError.EngineUnreachable ? Unnamed(sources) : null) ?? ErrorRecords.RemedyFor(failure),
        Sources = sources,
    };
}
