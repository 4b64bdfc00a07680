using System.Management.Automation;
using DockerPS.Completion;
using DockerPS.Engine;

namespace DockerPS.Cmdlets.Containers;

/// <content>How the container runs: its log, its end, its runtime.</content>
public abstract partial class ContainerCreateCmdlet
{
    /// <summary>When the engine starts it again: <c>no</c>, <c>always</c>, <c>unless-stopped</c>, <c>on-failure[:times]</c>.</summary>
    [Parameter(ParameterSetName = ImageSet)]
    [ArgumentCompleter(typeof(RestartPolicyCompleter))]
    public RestartPolicy? Restart { get; set; }

    /// <summary>Has the engine remove it, with its unnamed volumes, when it ends.</summary>
    [Parameter(ParameterSetName = ImageSet)]
    public SwitchParameter Rm { get; set; }

    /// <summary>Runs a small init process in it that forwards signals and reaps processes; <c>-Init:$false</c> where the engine does so by itself.</summary>
    [Parameter(ParameterSetName = ImageSet)]
    public SwitchParameter Init { get; set; }

    /// <summary>The signal that asks it to stop: <c>SIGTERM</c>, <c>INT</c>, or a number. The default is the image's, or else SIGTERM.</summary>
    [Parameter(ParameterSetName = ImageSet)]
    [ArgumentCompleter(typeof(SignalCompleter))]
    public SignalName? StopSignal { get; set; }

    /// <summary>How long it may take to stop before it is killed: seconds, a TimeSpan, or text such as <c>1m30s</c>; -1 waits without end. The default is 10 seconds.</summary>
    [Parameter(ParameterSetName = ImageSet)]
    [WholeSeconds]
    public int? StopTimeout { get; set; }

    /// <summary>Where its log goes: <c>json-file</c>, <c>local</c>, <c>journald</c>, <c>none</c> and others. The default is the engine's.</summary>
    [Parameter(ParameterSetName = ImageSet)]
    [ArgumentCompleter(typeof(LogDriverCompleter))]
    public string? LogDriver { get; set; }

    /// <summary>Options for the log driver: <c>max-size=10m</c>, or a hashtable such as <c>@{ 'max-size' = '10m' }</c>.</summary>
    [Parameter(ParameterSetName = ImageSet)]
    [Entries]
    [ArgumentCompleter(typeof(OptionWordCompleter))]
    public KeyValueOption[]? LogOpt { get; set; }

    /// <summary>Notes for the runtime: <c>key=value</c>, or a hashtable. Needs API version 1.43.</summary>
    [Parameter(ParameterSetName = ImageSet)]
    [Entries]
    public KeyValueOption[]? Annotation { get; set; }

    /// <summary>The runtime that runs it, such as <c>runc</c>. The default is the engine's.</summary>
    [Parameter(ParameterSetName = ImageSet)]
    public string? Runtime { get; set; }

    /// <summary>How it is kept apart: <c>default</c>, <c>process</c> or <c>hyperv</c>. For Windows containers.</summary>
    [Parameter(ParameterSetName = ImageSet)]
    [ArgumentCompleter(typeof(OptionWordCompleter))]
    public string? Isolation { get; set; }

    /// <summary>The file that its id is written to; it must not be there. For one container only.</summary>
    [Parameter(ParameterSetName = ImageSet)]
    public string? CidFile { get; set; }

    private void AddRuntime(ContainerSpecification specification)
    {
        specification.Restart = Restart;
        specification.AutoRemove = Rm;
        specification.Init = Given(nameof(Init)) ? Init : null;
        specification.StopSignal = StopSignal?.Text;
        specification.StopTimeout = StopTimeout;
        specification.Health = Health();
        specification.LogDriver = LogDriver;
        specification.LogOptions = Map(LogOpt);
        specification.Annotations = Map(Annotation);
        specification.Runtime = Runtime;
        specification.Isolation = Isolation;
        specification.IdFile = CidFile is null ? null : SessionState.Path.GetUnresolvedProviderPathFromPSPath(CidFile);
    }
}
