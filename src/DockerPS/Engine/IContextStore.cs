using System.Collections.Generic;
using System.IO;

namespace DockerPS.Engine;

/// <summary>The docker command's own contexts. Every call may throw a <see cref="DockerException"/> that names the file.</summary>
public interface IContextStore
{
    /// <summary>All contexts, the context default first.</summary>
    /// <param name="damaged">Takes a failure for each that can't be read.</param>
    IReadOnlyList<DockerContext> List(ICollection<DockerException> damaged);

    /// <summary>One context.</summary>
    /// <param name="name">Its name.</param>
    DockerContext Get(string name);

    /// <summary>Makes a context.</summary>
    /// <param name="name">Its name, which none has yet.</param>
    /// <param name="specification">What it is made of.</param>
    DockerContext Create(string name, ContextSpecification specification);

    /// <summary>Changes a context.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="specification">What is changed.</param>
    DockerContext Update(string name, ContextSpecification specification);

    /// <summary>Removes a context with its certificates and keys.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="force">The current one too; then there is no current one.</param>
    void Remove(string name, bool force);

    /// <summary>Makes a context the current one.</summary>
    /// <param name="name">Its name; default for none.</param>
    DockerContext Use(string name);

    /// <summary>Writes a context with its certificates and keys as an archive, which only this account may read.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="file">The archive's file.</param>
    void Export(string name, string file);

    /// <summary>Makes a context of an archive, which is looked through before anything is written.</summary>
    /// <param name="name">The new context's name, which none has yet.</param>
    /// <param name="archive">A tar or zip archive.</param>
    DockerContext Import(string name, Stream archive);
}
