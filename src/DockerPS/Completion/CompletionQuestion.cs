using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using DockerPS.Engine;

namespace DockerPS.Completion;

/// <summary>Asks one engine for candidates.</summary>
internal delegate Task<IEnumerable<Candidate>> CompletionQuestion(IDockerEngine engine, CancellationToken cancel);
