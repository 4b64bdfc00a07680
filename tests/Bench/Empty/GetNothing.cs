using System.Management.Automation;

namespace DockerPS.Bench.Empty;

/// <summary>Gives nothing: a module needs a cmdlet to be one.</summary>
[Cmdlet(VerbsCommon.Get, "Nothing")]
public sealed class GetNothing : PSCmdlet;
