using System;
using System.Management.Automation;
using DockerPS.Completion;

namespace DockerPS.Cmdlets.Contexts;

/// <summary>
/// Makes a context the current one, as <c>docker context use</c> does: the docker command and DockerPS use its engine where none is named, in this session and in all later ones.
/// </summary>
[Cmdlet(VerbsOther.Use, "DockerContext", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low)]
[OutputType(typeof(DockerContext))]
public sealed class UseDockerContext : ContextCmdlet
{
    /// <summary>The context, by name or as an object; <c>default</c> for what the environment says.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [Alias("Context")]
    [ArgumentCompleter(typeof(ContextCompleter))]
    public ContextReference? Name { get; set; }

    /// <summary>Returns the context.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord() => Each(Name!.Text, name =>
    {
        if (!ShouldProcess(name, "Use context"))
        {
            return;
        }

        var used = Store.Use(name);
        foreach (var variable in (string[])["DOCKER_HOST", "DOCKER_CONTEXT"])
        {
            if (Environment.GetEnvironmentVariable(variable) is { Length: > 0 } value)
            {
                WriteWarning($"$env:{variable} is set to '{value}', which goes before the current context.");
            }
        }

        if (SessionEngines.Current.Default is { } connected)
        {
            WriteWarning($"This session is connected to '{connected.Name}', which goes before the current context; Disconnect-DockerEngine ends that.");
        }

        if (PassThru)
        {
            WriteObject(used);
        }
    });
}
