using System.Management.Automation;

namespace DockerPS;

/// <summary>Makes a <see cref="RestartPolicy"/> of text or a <see cref="RestartMode"/>.</summary>
internal sealed class RestartPolicyConverter : NotationConverter<RestartPolicy>
{
    protected override string Form => RestartPolicy.Form;

    protected override RestartPolicy FromText(string text) => new(text);

    protected override RestartPolicy? FromValue(object value) => ((PSObject)value).BaseObject switch
    {
        RestartMode.No => new("no"),
        RestartMode.Always => new("always"),
        RestartMode.UnlessStopped => new("unless-stopped"),
        RestartMode.OnFailure => new("on-failure"),
        _ => null,
    };
}
