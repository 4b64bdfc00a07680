using System;
using System.Collections.Generic;
using DockerPS.Engine;

namespace DockerPS.CommandLines;

/// <summary>A flag of <c>docker run</c> and the parameter with the same meaning.</summary>
/// <param name="Name">The flag, without dashes.</param>
/// <param name="Short">Its short form; null without one.</param>
/// <param name="Parameter">The parameter of <c>New-Container</c>.</param>
/// <param name="Kind">What stands behind it.</param>
/// <param name="Values">What a container has of it: texts as docker writes them, <c>true</c> and <c>false</c> for switches; null where it is left to the image and the engine.</param>
internal sealed record RunFlag(string Name, char? Short, string Parameter, RunFlagKind Kind, Func<ContainerSpecification, IReadOnlyList<string>?> Values);
