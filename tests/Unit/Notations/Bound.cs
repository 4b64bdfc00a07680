using System;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using Xunit;

namespace DockerPS.Tests.Unit.Notations;

/// <summary>Binds arguments as PowerShell does, in a runspace of its own.</summary>
internal static class Bound
{
    /// <summary>The texts of what was bound by a script that calls Test-Notation.</summary>
    public static string[] By(string script, PSLanguageMode mode = PSLanguageMode.FullLanguage)
    {
        using var shell = Shell(script, mode);
        var output = shell.Invoke();
        Assert.Empty(shell.Streams.Error);
        return [.. output.Select(value => value.ToString(format: null, System.Globalization.CultureInfo.InvariantCulture))];
    }

    /// <summary>The error that the script's binding ends with.</summary>
    public static string Refusal(string script)
    {
        using var shell = Shell(script, PSLanguageMode.FullLanguage);
        try
        {
            shell.Invoke();
        }
        catch (RuntimeException error)
        {
            return error.Message;
        }

        return Assert.Single(shell.Streams.Error).ToString();
    }

    /// <summary>The error of a direct conversion.</summary>
    public static string Refusal<T>(object value) => Assert.Throws<PSInvalidCastException>(() => LanguagePrimitives.ConvertTo<T>(value)).Message;

    private static PowerShell Shell(string script, PSLanguageMode mode)
    {
        var state = InitialSessionState.Create();
        state.LanguageMode = mode;
        state.Commands.Add(new SessionStateCmdletEntry("Test-Notation", typeof(TestNotationCommand), helpFileName: null));
        var shell = PowerShell.Create(state);
        return shell.AddScript(script);
    }
}
