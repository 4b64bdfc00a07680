using System;
using System.Collections.Generic;
using System.Globalization;
using System.Management.Automation;
using System.Text;

namespace DockerPS.Cmdlets.Containers;

/// <summary>
/// A script block that is run by the PowerShell of a container. The command line brings only a short script that reads: the block itself, its arguments and its input come through
/// the standard input, where length does not matter, as CLIXML. What it writes comes back the same way, a line for each object of each stream, as it is written.
/// </summary>
internal sealed class ScriptCommand
{
    private const int Depth = 2;

    // Runs on Windows PowerShell too. A line of input is: kind, name, base64 of CLIXML.
    private const string Reader =
        """
        $ProgressPreference='SilentlyContinue'
        $__say={param($k,$o)[Console]::Out.WriteLine('#DockerPS '+$k+' '+[Convert]::ToBase64String([Text.Encoding]::UTF8.GetBytes([Management.Automation.PSSerializer]::Serialize($o,2))))}
        $__fault={param($e)@{Message="$e";Id="$($e.FullyQualifiedErrorId)";Category="$($e.CategoryInfo.Category)";Trace="$($e.ScriptStackTrace)"}}
        $__emit={process{
        if($_ -is [Management.Automation.ErrorRecord]){&$__say E (&$__fault $_)}
        elseif($_ -is [Management.Automation.WarningRecord]){&$__say W $_.Message}
        elseif($_ -is [Management.Automation.VerboseRecord]){&$__say V $_.Message}
        elseif($_ -is [Management.Automation.DebugRecord]){&$__say D $_.Message}
        elseif($_ -is [Management.Automation.InformationRecord]){&$__say I @{Data=$_.MessageData;Text="$($_.MessageData)";Tags=[string[]]$_.Tags;NoNewLine=$_.MessageData.NoNewLine}}
        else{&$__say O $_}}}
        $__arguments=New-Object Collections.Generic.List[object]
        $__items=New-Object Collections.Generic.List[object]
        $__piped=$false
        foreach($__line in $input){
        $__kind,$__name,$__text="$__line".Trim().Split(' ')
        if(!$__text){continue}
        $__value=[Management.Automation.PSSerializer]::Deserialize([Text.Encoding]::UTF8.GetString([Convert]::FromBase64String($__text)))
        switch($__kind){
        'S'{$__script=[scriptblock]::Create($__value)}
        'A'{$__arguments.Add($__value)}
        'U'{Set-Variable "__using_$__name" $__value}
        'P'{$__piped=$true}
        'I'{$__items.Add($__value)}}}
        try{
        if($__piped){$__items|& $__script @__arguments *>&1|& $__emit}
        else{& $__script @__arguments *>&1|& $__emit}
        }catch{&$__say T (&$__fault $_);exit 1}
        """;

    private static readonly string Encoded = Convert.ToBase64String(Encoding.Unicode.GetBytes(Reader.Replace("\r\n", "\n")));

    private readonly List<string> _lines = [];

    /// <summary>Makes the command.</summary>
    /// <param name="script">The script block.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="variables">This session's variables, for <c>$using:</c>.</param>
    /// <exception cref="FormatException">It names something with <c>$using:</c> that can't be sent.</exception>
    public ScriptCommand(ScriptBlock script, IEnumerable<object?>? arguments, PSVariableIntrinsics variables)
    {
        var (text, used) = UsingVariables.TakeOut(script);
        _lines.Add(Line('S', "-", text));
        foreach (var name in used)
        {
            _lines.Add(Line('U', name, variables.GetValue(name)));
        }

        foreach (var argument in arguments ?? [])
        {
            _lines.Add(Line('A', "-", argument));
        }
    }

    /// <summary>The words that start it.</summary>
    public static string[] Words { get; } = ["pwsh", "-NoLogo", "-NoProfile", "-NonInteractive", "-EncodedCommand", Encoded];

    /// <summary>The line that brings an object of its input.</summary>
    public static string InputLine(object? item) => Line('I', "-", item);

    /// <summary>A standard input that begins with it.</summary>
    /// <param name="signal">Called when there is room for more.</param>
    /// <param name="piped">Lines of <see cref="InputLine"/> follow, even if it is none.</param>
    public StandardInput Input(Action signal, bool piped)
    {
        var input = new StandardInput(signal);
        _lines.ForEach(input.Add);
        if (piped)
        {
            input.Add(Line('P', "-", value: true));
        }

        return input;
    }

    private static string Line(char kind, string name, object? value) => string.Format(
        CultureInfo.InvariantCulture, "{0} {1} {2}", kind, name, Convert.ToBase64String(Encoding.UTF8.GetBytes(PSSerializer.Serialize(value, Depth))));
}
