using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using Xunit;

namespace DockerPS.Tests.Cmdlets;

/// <summary>All that came of a script.</summary>
public sealed class Outcome
{
    public required IReadOnlyList<PSObject> Output { get; init; }

    /// <summary>Non-terminating errors.</summary>
    public required IReadOnlyList<ErrorRecord> Errors { get; init; }

    public required IReadOnlyList<string> Warnings { get; init; }

    public required IReadOnlyList<string> Verbose { get; init; }

    public required IReadOnlyList<string> Debug { get; init; }

    public required IReadOnlyList<InformationRecord> Information { get; init; }

    public required IReadOnlyList<ProgressRecord> Progress { get; init; }

    /// <summary>What was written on the console: Write-Host, warnings, information, and all of <see cref="PowerShellHost.Render"/>.</summary>
    public required IReadOnlyList<string> HostLines { get; init; }

    /// <summary>What the user was asked.</summary>
    public required IReadOnlyList<RecordedPrompt> Prompts { get; init; }

    /// <summary>What ended the script before its end, if anything did.</summary>
    public required Exception? Exception { get; init; }

    public required TimeSpan Duration { get; init; }

    /// <summary>The error that ended the script before its end, if one did.</summary>
    public ErrorRecord? Terminating => (Exception as RuntimeException)?.ErrorRecord;

    public bool WasStopped => Exception is PipelineStoppedException;

    /// <summary>The ids of all errors, without the command's name that PowerShell adds; a terminating one comes last.</summary>
    public IReadOnlyList<string> ErrorIds => [.. AllErrors.Select(error => error.FullyQualifiedErrorId.Split(',')[0])];

    public IEnumerable<ErrorRecord> AllErrors => Terminating is { } last ? Errors.Append(last) : Errors;

    /// <summary>The objects themselves, which must be of that type.</summary>
    public IReadOnlyList<T> Objects<T>() => [.. Output.Select(item => Assert.IsAssignableFrom<T>(item?.BaseObject))];

    /// <summary>The one object, of that type, of a script without errors.</summary>
    public T Single<T>() => Assert.Single(AssertSucceeded().Objects<T>());

    /// <summary>The output as text, an item each.</summary>
    public IReadOnlyList<string> Texts() => [.. Output.Select(item => LanguagePrimitives.ConvertTo<string>(item))];

    /// <summary>Fails with the errors' own words when there were any.</summary>
    public Outcome AssertSucceeded()
    {
        if (Exception is not null || Errors.Count > 0)
        {
            Assert.Fail($"The script was to succeed. {this}");
        }

        return this;
    }

    /// <summary>The one error, terminating or not, which must have the id.</summary>
    public ErrorRecord AssertError(string id)
    {
        if (ErrorIds is not [var only] || !string.Equals(only, id, StringComparison.Ordinal))
        {
            Assert.Fail($"The script was to end with the one error {id}. {this}");
        }

        return AllErrors.Single();
    }

    public override string ToString() =>
        string.Join(
            Environment.NewLine,
            AllErrors.Select(error => $"{error.FullyQualifiedErrorId}: {error.Exception?.Message ?? error.ToString()}")
                .Prepend($"{Output.Count} objects, {AllErrors.Count()} errors{(Exception is null ? "" : $", ended by {Exception.GetType().Name}")}:"));
}
