using System;
using System.Text.RegularExpressions;

namespace DockerPS.CommandLines;

/// <summary>Words as shells read them.</summary>
internal static class ShellText
{
    private static readonly Regex Plain = Pattern(@"\A[A-Za-z0-9_@%+=:,./-]+\z");

    // Digits could be taken for a number, and a dash for a parameter.
    private static readonly Regex PlainInPowerShell = Pattern(@"\A[A-Za-z_/][A-Za-z0-9_./:=+-]*\z");

    // PowerShell takes the typographic ones for quotes too.
    private static readonly Regex Quotes = Pattern("['‘’‚‛]");

    /// <summary>A word for a shell of Unix: quoted where it has to be.</summary>
    public static string Quoted(string word) => Plain.IsMatch(word) ? word : "'" + word.Replace("'", @"'\''") + "'";

    /// <summary>A word for PowerShell, as an argument or an item of a list: quoted where it could be taken for something else.</summary>
    public static string QuotedForPowerShell(string word) => PlainInPowerShell.IsMatch(word) ? word : "'" + Quotes.Replace(word, "$0$0") + "'";

    private static Regex Pattern(string pattern) => new(pattern, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
}
