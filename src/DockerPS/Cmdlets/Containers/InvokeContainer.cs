using System.Management.Automation;
using DockerPS.Completion;
using DockerPS.Engine;

namespace DockerPS.Cmdlets.Containers;

/// <summary>
/// Runs a new container in the foreground, as <c>docker container run</c> does: waits for its end and writes what it writes. Lines of its standard output are written as they
/// come, those of its standard error go to the information stream and are shown. An exit code other than 0 is an error, and <c>$LASTEXITCODE</c> has the code. What comes
/// through the pipeline is what its process reads. An image that is missing is pulled. Ctrl-C kills the container; only with <c>-Rm</c> it is removed then.
/// </summary>
[Cmdlet(VerbsLifecycle.Invoke, "Container", SupportsShouldProcess = true, DefaultParameterSetName = ImageSet)]
[OutputType(typeof(string), typeof(byte[]), typeof(ContainerCommandResult))]
public sealed class InvokeContainer : ContainerCreateCmdlet
{
    private CommandShape? _shape;

    /// <summary>The image: a name with tag or digest, an id, or an image object.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ImageSet)]
    [TypedText]
    [ArgumentCompleter(typeof(ImageCompleter))]
    public ContainerImageReference Image { get; set; } = null!;

    /// <summary>
    /// The container's name; a letter or digit, then letters, digits, <c>_</c>, <c>.</c> and <c>-</c>. Several names run several containers. Without it the engine makes one up.
    /// </summary>
    [Parameter(ParameterSetName = ImageSet)]
    [TypedText]
    [ValidateNotNullOrEmpty]
    public override ContainerName[]? Name { get; set; }

    /// <summary>
    /// What the container's process reads from its standard input: text becomes lines of UTF-8, bytes and byte arrays pass as they are. Without it the input is empty.
    /// </summary>
    [Parameter(ValueFromPipeline = true, ParameterSetName = ImageSet)]
    [AllowNull]
    [AllowEmptyString]
    [AllowEmptyCollection]
    public PSObject? InputObject { get; set; }

    /// <summary>
    /// Writes one object when the container has ended: exit code, lines of both outputs, duration. An exit code other than 0 is then no error.
    /// </summary>
    [Parameter(ParameterSetName = ImageSet)]
    public SwitchParameter AsResult { get; set; }

    /// <summary>Writes the standard output as byte arrays, unchanged: to be piped into another command, or joined into a file.</summary>
    [Parameter(ParameterSetName = ImageSet)]
    public SwitchParameter AsByteStream { get; set; }

    private protected override ContainerImageReference? ImageToUse => Image;

    private bool HasInput => MyInvocation.ExpectingInput || MyInvocation.BoundParameters.ContainsKey(nameof(InputObject));

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        if (AsResult && AsByteStream)
        {
            Refuse("-AsResult and -AsByteStream exclude each other.");
        }

        if (HasInput && Tty)
        {
            Refuse("A terminal has no end of input: leave out -Tty to give the container something to read.");
        }

        if (HasInput && (Name?.Length > 1 || Engine?.Length > 1))
        {
            Refuse("What comes through the pipeline can be read in one container only: give one name and one engine.");
        }
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (_shape is null)
        {
            Begin();
        }

        if (_shape?.Input is { } input)
        {
            input.Add(InputObject);
            Work.WaitUntil(() => input.HasRoom);
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (_shape is null)
        {
            // Nothing came through the pipeline: its process reads an empty input.
            Begin();
        }

        _shape!.Input?.End();
        base.EndProcessing();
    }

    private protected override void AddStreams(ContainerSpecification specification)
    {
        specification.AttachStandardOutput = true;
        specification.AttachStandardError = true;
        specification.AttachStandardInput = HasInput || Interactive;
        specification.Interactive |= HasInput;
    }

    private void Begin()
    {
        var input = HasInput ? new StandardInput(Thread.Signal) : null;
        if (input is not null && ThrottleLimit == 1)
        {
            // There is one container, and it ends only after what is still to come.
            ThrottleLimit = 2;
        }

        var form = AsResult ? OutputForm.Result : AsByteStream ? OutputForm.Bytes : OutputForm.Lines;
        var shape = _shape = new CommandShape("The container", form, input, new SessionExitCode(SessionState).Set);
        var count = MakeContainers("Create and run", async (maker, item, cancel) =>
        {
            try
            {
                await maker.RunAsync(item, shape, cancel).ConfigureAwait(false);
            }
            finally
            {
                input?.Close();
            }
        });
        if (count == 0)
        {
            input?.Close();
        }
    }

    private void Refuse(string why) => ThrowFailure(new DockerException(DockerError.InvalidArgument, why), Image.ToString());
}
