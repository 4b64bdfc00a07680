namespace DockerPS;

/// <summary>Makes a <see cref="DeviceCgroupRule"/> of text.</summary>
internal sealed class DeviceCgroupRuleConverter : NotationConverter<DeviceCgroupRule>
{
    protected override string Form => DeviceCgroupRule.Form;

    protected override DeviceCgroupRule FromText(string text) => new(text);
}
