namespace DockerPS;

/// <summary>Makes an <see cref="AddressRange"/> of text.</summary>
internal sealed class AddressRangeConverter : NotationConverter<AddressRange>
{
    protected override string Form => AddressRange.Form;

    protected override AddressRange FromText(string text) => new(text);
}
