namespace DockerPS;

/// <summary>Makes a <see cref="DeviceMapping"/> of text.</summary>
internal sealed class DeviceMappingConverter : NotationConverter<DeviceMapping>
{
    protected override string Form => DeviceMapping.Form;

    protected override DeviceMapping FromText(string text) => new(text);
}
