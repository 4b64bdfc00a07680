using System;
using System.Collections.Generic;

namespace DockerPS.Engine;

/// <summary>What is copied out of a container.</summary>
/// <param name="Path">The path; of a pattern, the folder that it begins in.</param>
/// <param name="Pattern">For each further part of the path, whether a name fits; null where the path is meant as it is.</param>
public sealed record ItemSource(string Path, IReadOnlyList<Func<string, bool>>? Pattern);
