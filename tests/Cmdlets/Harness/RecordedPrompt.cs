using System.Collections.Generic;

namespace DockerPS.Tests.Cmdlets;

/// <summary>A question that a command asked the user.</summary>
/// <param name="Caption">Its heading.</param>
/// <param name="Message">What it asks.</param>
/// <param name="Choices">The labels without their ampersands, or the names of the fields that were asked for.</param>
/// <param name="Default">The index of the choice that Enter takes; -1 for none.</param>
public sealed record RecordedPrompt(string Caption, string Message, IReadOnlyList<string> Choices, int Default);
