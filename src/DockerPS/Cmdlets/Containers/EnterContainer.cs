using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using DockerPS.Completion;
using DockerPS.Engine;
using DockerPS.Terminals;

namespace DockerPS.Cmdlets.Containers;

/// <summary>
/// Opens a terminal in a container: a shell, or another command, in one that runs (<c>docker exec -it</c>); a new container with <c>-Image</c> (<c>docker run -it</c>); or the container's own
/// process with <c>-Attach</c> (<c>docker attach</c>). The console belongs to the container until its command ends, or until Ctrl-P Ctrl-Q, which leave it running. <c>$LASTEXITCODE</c>
/// has the exit code afterwards. A console is needed: runbooks, jobs and remote sessions have none.
/// </summary>
[Cmdlet(VerbsCommon.Enter, "Container", SupportsShouldProcess = true, DefaultParameterSetName = ContainerSet)]
public sealed class EnterContainer : ContainerCreateCmdlet
{
    private const string ContainerSet = "Container";
    private const string AttachSet = "Attach";

    // Hosts whose commands can't have the console, though their process may.
    private static readonly string[] HostsWithout = ["Default Host", "ServerRemoteHost", "Windows PowerShell ISE Host"];

    /// <summary>The container: a name, an id, the beginning of an id, or a container object from the pipeline.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ParameterSetName = ContainerSet)]
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ParameterSetName = AttachSet)]
    [Alias("Id")]
    [TypedText]
    [ArgumentCompleter(typeof(ContainerCompleter))]
    public ContainerReference Container { get; set; } = null!;

    /// <summary>The image of a new container: a name with tag or digest, an id, or an image object. It is pulled where it is missing.</summary>
    [Parameter(ParameterSetName = ImageSet)]
    [TypedText]
    [ArgumentCompleter(typeof(ImageCompleter))]
    public ContainerImageReference? Image { get; set; }

    /// <summary>Takes the container's own process in place of a new one. It must have been made with <c>-Tty</c> and <c>-Interactive</c>.</summary>
    [Parameter(Mandatory = true, ParameterSetName = AttachSet)]
    public SwitchParameter Attach { get; set; }

    /// <summary>The keys that leave the container and let it run: <c>ctrl-</c> and a letter, or a letter, with commas between. The default is <c>ctrl-p,ctrl-q</c>.</summary>
    [Parameter]
    [CommaText]
    public DetachKeys? DetachKeys { get; set; }

    /// <summary>The new container's name; a letter or digit, then letters, digits, <c>_</c>, <c>.</c> and <c>-</c>. Without it the engine makes one up.</summary>
    [Parameter(ParameterSetName = ImageSet)]
    [TypedText]
    [ValidateNotNullOrEmpty]
    [ValidateCount(1, 1)]
    public override ContainerName[]? Name { get; set; }

    /// <summary>
    /// The command with its arguments: the remaining words, or an array. Words that begin with <c>-</c> are quoted, or stand behind <c>--</c>. Without it a new container runs its image's
    /// command, and in one that runs a shell is looked for: bash, sh; on Windows pwsh, powershell, cmd.
    /// </summary>
    [Parameter(ParameterSetName = ContainerSet)]
    [Parameter(ParameterSetName = ImageSet)]
    public override object[]? Command { get; set; }

    /// <summary>The command's remaining words: with or without <c>-Command</c> before the first of them.</summary>
    [Parameter(ParameterSetName = ContainerSet, ValueFromRemainingArguments = true, DontShow = true)]
    [Parameter(ParameterSetName = ImageSet, ValueFromRemainingArguments = true, DontShow = true)]
    public override object[]? CommandArgument { get; set; }

    /// <summary>Environment: <c>NAME=value</c>, <c>NAME</c> alone for this session's value, or a hashtable.</summary>
    [Parameter(ParameterSetName = ContainerSet)]
    [Parameter(ParameterSetName = ImageSet)]
    [EnvironmentVariables]
    [ArgumentCompleter(typeof(EnvironmentCompleter))]
    public override EnvironmentVariable[]? Env { get; set; }

    /// <summary>Files of environment: a line <c>NAME=value</c> or <c>NAME</c> each; <c>#</c> begins a comment. What <c>-Env</c> says goes before.</summary>
    [Parameter(ParameterSetName = ContainerSet)]
    [Parameter(ParameterSetName = ImageSet)]
    [ValidateNotNullOrEmpty]
    public override string[]? EnvFile { get; set; }

    /// <summary>The user it runs as: a name or number, <c>user:group</c> too.</summary>
    [Parameter(ParameterSetName = ContainerSet)]
    [Parameter(ParameterSetName = ImageSet)]
    public override string? User { get; set; }

    /// <summary>The folder in the container that it starts in.</summary>
    [Parameter(ParameterSetName = ContainerSet)]
    [Parameter(ParameterSetName = ImageSet)]
    public override string? Workdir { get; set; }

    /// <summary>Gives it all that the machine may do, and a new container all devices.</summary>
    [Parameter(ParameterSetName = ContainerSet)]
    [Parameter(ParameterSetName = ImageSet)]
    public override SwitchParameter Privileged { get; set; }

    private protected override ContainerImageReference? ImageToUse => Image;

    private DetachKeys Keys => DetachKeys ?? DockerPS.DetachKeys.Default;

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        if (ParameterSetName == ImageSet && Image is null)
        {
            ThrowFailure(
                new DockerException(DockerError.InvalidArgument, "These parameters are those of a new container: name its image with -Image. One that is there is entered by name alone: Enter-Container web."),
                target: null);
        }

        if (!RawConsole.IsThere || HostsWithout.Contains(Host.Name, StringComparer.Ordinal))
        {
            ThrowFailure(
                new DockerException(DockerError.ConsoleRequired, "A terminal in a container needs a console here, and this session has none, or its input or output is redirected."),
                target: null);
        }

        // There is one console.
        ThrottleLimit = 1;
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ParameterSetName == ImageSet)
        {
            MakeContainers("Create, start and enter", EnterNewAsync);
            return;
        }

        var targets = Find(Container).ToList();
        if (targets.Count > 1)
        {
            Work.AddFailure(
                Container.ToString(), new DockerException(DockerError.InvalidArgument, $"{Container} means {targets.Count} containers, and one can be entered: {string.Join(", ", targets)}."));
            return;
        }

        foreach (var target in targets)
        {
            if (ShouldProcess(target.Description, Attach ? "Attach" : "Enter"))
            {
                Add(target, (item, cancel) => Attach ? AttachAsync(item, target, cancel) : EnterAsync(item, target, cancel));
            }
        }
    }

    private protected override void AddStreams(ContainerSpecification specification)
    {
        specification.Tty = true;
        specification.Interactive = true;
        specification.AttachStandardInput = true;
        specification.AttachStandardOutput = true;
        specification.AttachStandardError = true;
    }

    private async Task EnterNewAsync(ContainerMaker maker, WorkItem item, CancellationToken cancel)
    {
        var (_, name, stream) = await maker.StartHeldAsync(item, input: true, Keys, cancel).ConfigureAwait(false);
        await HoldAsync(item, stream, name, cancel).ConfigureAwait(false);
    }

    private async Task AttachAsync(WorkItem item, ContainerTarget target, CancellationToken cancel)
    {
        var detail = await target.Containers.InspectAsync(target.Id, size: false, cancel).ConfigureAwait(false);
        if (!detail.Tty || !detail.Interactive)
        {
            throw new DockerException(
                DockerError.StateConflict, $"{target.Name} takes no keys: it was made without {(detail.Tty ? "-Interactive" : "-Tty")}. Without -Attach a shell is opened in it.")
            { Engine = target.Engine.Endpoint.Name, Remedy = $"Get-ContainerLog {target.Name} -Follow shows what it writes." };
        }

        var attach = new AttachSpecification { Tty = true, Input = true, Removed = detail.AutoRemove, DetachKeys = Keys };
        var stream = await target.Engine.Processes.AttachAsync(target.Id, attach, cancel).ConfigureAwait(false);
        await HoldAsync(item, stream, target.Name, cancel).ConfigureAwait(false);
    }

    private async Task EnterAsync(WorkItem item, ContainerTarget target, CancellationToken cancel)
    {
        var words = Command is null && CommandArgument is null ? null : CommandWords.Of(Command, CommandArgument);
        var candidates = words is null ? ShellCandidates.For(await target.Containers.InspectAsync(target.Id, size: false, cancel).ConfigureAwait(false)) : [words];
        for (var i = 0; ; i++)
        {
            try
            {
                await HoldAsync(item, await StartAsync(target, candidates[i], cancel).ConfigureAwait(false), target.Name, cancel).ConfigureAwait(false);
                return;
            }
            catch (DockerException failure) when (words is null && failure.Error == DockerError.CommandNotStarted)
            {
                if (i + 1 == candidates.Count)
                {
                    throw new DockerException(DockerError.CommandNotStarted, $"No shell was found in {target.Name}: give the command to run there. {failure.Message}", failure)
                    { StatusCode = failure.StatusCode, Engine = failure.Engine };
                }
            }
        }
    }

    private async Task<IProcessStream> StartAsync(ContainerTarget target, IReadOnlyList<string> words, CancellationToken cancel)
    {
        var process = new ProcessSpecification
        {
            Command = words,
            Env = Environment(),
            User = User,
            Workdir = Workdir,
            Privileged = Privileged,
            Tty = true,
            Input = true,
            DetachKeys = Keys,
            Size = (Console.WindowHeight, Console.WindowWidth),
        };
        return (await target.Engine.Processes.StartAsync(target.Id, process, cancel).ConfigureAwait(false))!;
    }

    private async Task HoldAsync(WorkItem item, IProcessStream stream, string name, CancellationToken cancel)
    {
        var exitCode = await new TerminalSession(stream, Keys).RunAsync(cancel).ConfigureAwait(false);
        item.Do(cmdlet =>
        {
            new SessionExitCode(SessionState).Set(exitCode ?? 0);
            if (exitCode is null)
            {
                cmdlet.WriteInformation(new HostInformationMessage { Message = $"{name} was left, and what runs there goes on." }, ["PSHOST"]);
            }
        });
    }
}
