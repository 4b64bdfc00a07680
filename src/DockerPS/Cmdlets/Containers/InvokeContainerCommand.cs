using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using DockerPS.Completion;
using DockerPS.Engine;

namespace DockerPS.Cmdlets.Containers;

/// <summary>
/// Runs a command in containers that run, as <c>docker container exec</c> does. Lines of its standard output are written as they come, those of its standard error go to
/// the information stream and are shown. A command that ends with another exit code than 0 is an error, and <c>$LASTEXITCODE</c> has the code. What comes through the
/// pipeline is what the command reads, or else the containers to run it in. Ctrl-C leaves the command: as with docker it goes on in its container until it ends or finds its
/// output closed.
/// </summary>
[Cmdlet(VerbsLifecycle.Invoke, "ContainerCommand", SupportsShouldProcess = true, DefaultParameterSetName = InputSet)]
[OutputType(typeof(string), typeof(byte[]), typeof(ContainerCommandResult), typeof(PSObject))]
public sealed partial class InvokeContainerCommand : ContainerCmdlet
{
    private const string InputSet = "Input";
    private const string ContainerSet = "Container";

    private ProcessSpecification _specification = new();
    private CommandShape _shape = null!;
    private bool _begun;

    /// <summary>
    /// The containers: names, ids, beginnings of ids, wildcards, or container objects. When they come through the pipeline the command is named: <c>-Command</c>.
    /// </summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = InputSet)]
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = ContainerSet)]
    [Alias("Name", "Id")]
    [TypedText]
    [ArgumentCompleter(typeof(ContainerCompleter))]
    public ContainerReference[] Container { get; set; } = [];

    /// <summary>
    /// The command with its arguments: the remaining words, or an array. Words that begin with <c>-</c> are quoted, or stand behind <c>--</c>. No shell reads them: where one is
    /// wanted, name it: <c>sh, -c, 'ls | wc -l'</c>.
    /// </summary>
    [Parameter]
    [AllowEmptyString]
    public object[]? Command { get; set; }

    /// <summary>The command's remaining words: with or without <c>-Command</c> before the first of them.</summary>
    [Parameter(ParameterSetName = InputSet, ValueFromRemainingArguments = true, DontShow = true)]
    [AllowEmptyString]
    public object[]? CommandArgument { get; set; }

    /// <summary>
    /// What the command reads from its standard input: text becomes lines of UTF-8, bytes and byte arrays pass as they are. Without it the input is empty.
    /// </summary>
    [Parameter(ValueFromPipeline = true, ParameterSetName = InputSet)]
    [AllowNull]
    [AllowEmptyString]
    [AllowEmptyCollection]
    public PSObject? InputObject { get; set; }

    /// <summary>The user it runs as: a name or number, <c>user:group</c> too.</summary>
    [Parameter]
    public string? User { get; set; }

    /// <summary>The folder in the container that it starts in.</summary>
    [Parameter]
    public string? Workdir { get; set; }

    /// <summary>Environment beside the container's: <c>NAME=value</c>, <c>NAME</c> alone for this session's value, or a hashtable.</summary>
    [Parameter]
    [EnvironmentVariables]
    [ArgumentCompleter(typeof(EnvironmentCompleter))]
    public EnvironmentVariable[]? Env { get; set; }

    /// <summary>Files of environment: a line <c>NAME=value</c> or <c>NAME</c> each; <c>#</c> begins a comment. What <c>-Env</c> says goes before.</summary>
    [Parameter]
    public string[]? EnvFile { get; set; }

    /// <summary>Gives it all rights of the host.</summary>
    [Parameter]
    public SwitchParameter Privileged { get; set; }

    /// <summary>Gives it a terminal: both its outputs come as one. It has no size and no keys.</summary>
    [Parameter]
    public SwitchParameter Tty { get; set; }

    /// <summary>Starts it and leaves it to itself: no output, no exit code.</summary>
    [Parameter]
    public SwitchParameter Detach { get; set; }

    /// <summary>
    /// Writes one object for each container when the command has ended: exit code, lines of both outputs, duration. An exit code other than 0 is then no error.
    /// </summary>
    [Parameter]
    public SwitchParameter AsResult { get; set; }

    /// <summary>Writes the standard output as byte arrays, unchanged: to be piped into another command, or joined into a file.</summary>
    [Parameter]
    public SwitchParameter AsByteStream { get; set; }

    private bool HasInput => ParameterSetName == InputSet && (MyInvocation.ExpectingInput || MyInvocation.BoundParameters.ContainsKey(nameof(InputObject)));

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        if (new[] { AsResult, AsByteStream, Detach }.Count(form => form) > 1)
        {
            Refuse("-AsResult, -AsByteStream and -Detach exclude each other.");
        }

        PrepareScript();
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (!HasInput)
        {
            Begin(input: null);
            return;
        }

        if (PipelineInput.IsContainer(InputObject))
        {
            Refuse($"Containers come through the pipeline, and '{Container[0]}' is taken for a container as well. With piped containers name the command: -Command {Container[0]}.");
        }

        if (!_begun)
        {
            Begin(NewInput());
        }

        if (_shape.Input is { } input)
        {
            input.Add(_script is null ? InputObject : ScriptCommand.InputLine(InputObject));
            Work.WaitUntil(() => input.HasRoom);
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (HasInput)
        {
            if (!_begun)
            {
                // Nothing came through the pipeline: the command reads an empty input.
                Begin(NewInput());
            }

            _shape.Input?.End();
        }

        base.EndProcessing();
    }

    private void Begin(StandardInput? input)
    {
        if (!_begun)
        {
            Prepare(input);
        }

        var targets = Container.SelectMany(Find).ToList();
        if (input is not null && targets.Count != 1)
        {
            // Without a container the error has been written: nobody reads the input.
            input.Close();
            if (targets.Count > 1)
            {
                Refuse($"What comes through the pipeline can be read in one container only, and these are {targets.Count}: {string.Join(", ", targets)}.");
            }
        }

        foreach (var target in targets)
        {
            if (ShouldProcess(target.Description, _script is null ? "Run " + _specification.Command[0] : "Run a script block"))
            {
                Add(target, (item, cancel) => RunAsync(item, target, cancel));
            }
            else
            {
                input?.Close();
            }
        }
    }

    private void Prepare(StandardInput? input)
    {
        _begun = true;
        _specification = new ProcessSpecification
        {
            Command = _script is null ? Words() : ScriptCommand.Words,
            Env = Environment(),
            User = User,
            Workdir = Workdir,
            Privileged = Privileged,
            Tty = Tty,
            Input = input is not null || _script is not null,
            Detach = Detach,
        };
        if (input is not null && (Tty || Detach))
        {
            Refuse(Tty ? "A terminal has no end of input: leave out -Tty to give the command something to read." : "A command that is left to itself can't be given something to read: leave out -Detach.");
        }

        var form = _script is not null ? OutputForm.Objects : AsResult ? OutputForm.Result : AsByteStream ? OutputForm.Bytes : OutputForm.Lines;
        _shape = new CommandShape(_script is null ? $"The command {_specification.Command[0]} in" : "The script block in", form, input, new SessionExitCode(SessionState).Set);
        if (input is not null && ThrottleLimit == 1)
        {
            // There is one container, and its command ends only after what is still to come.
            ThrottleLimit = 2;
        }
    }

    private string[] Words()
    {
        try
        {
            if (CommandWords.Of(Command, CommandArgument) is { Length: > 0 } words)
            {
                return words;
            }
        }
        catch (FormatException failure)
        {
            Refuse(failure.Message);
        }

        Refuse("There is no command: give its words behind the container, as in Invoke-ContainerCommand web ls /etc, or with -Command.");
        return [];
    }

    // Files first: what -Env says counts, as with docker.
    private List<string> Environment()
    {
        try
        {
            return (EnvFile ?? []).SelectMany(path => SessionState.Path.GetResolvedProviderPathFromPSPath(path, out _))
                .SelectMany(EnvironmentFile.Read)
                .Concat(Env ?? [])
                .Select(variable => variable.ToAssignment())
                .ToList();
        }
        catch (Exception failure) when (failure is FormatException or IOException or UnauthorizedAccessException)
        {
            Refuse(failure.Message);
            throw;
        }
    }

    private async Task RunAsync(WorkItem item, ContainerTarget target, CancellationToken cancel)
    {
        var shape = _shape;
        if (_script is not null && shape.Input is null)
        {
            shape = shape with { Input = NewInput() };
            shape.Input.End();
        }

        try
        {
            if (await target.Engine.Processes.StartAsync(target.Id, _specification, cancel).ConfigureAwait(false) is { } stream)
            {
                await new CommandRun(item, shape).FollowAsync(stream, target.Name, target.Engine, cancel).ConfigureAwait(false);
            }
        }
        catch (DockerException failure) when (_script is not null && failure.Error == DockerError.CommandNotStarted)
        {
            throw NoPowerShell(target, failure);
        }
        finally
        {
            shape.Input?.Close();
        }
    }

    private void Refuse(string why) => ThrowFailure(new DockerException(DockerError.InvalidArgument, why), target: null);
}
