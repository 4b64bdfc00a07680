using System;
using System.IO;
using System.Linq;
using System.Management.Automation;

namespace DockerPS;

/// <summary>Makes a <see cref="ContainerItemPath"/> of text, or of what <c>Get-Item</c> and <c>Get-ChildItem</c> give for files and folders.</summary>
public sealed class ContainerItemPathConverter : PSTypeConverter
{
    private static readonly string[] OwnTypes = [typeof(FileInfo).FullName!, typeof(DirectoryInfo).FullName!];

    /// <inheritdoc/>
    public override bool CanConvertFrom(object sourceValue, Type destinationType) => true;

    /// <inheritdoc/>
    public override bool CanConvertFrom(PSObject sourceValue, Type destinationType) => true;

    /// <inheritdoc/>
    public override object ConvertFrom(object sourceValue, Type destinationType, IFormatProvider formatProvider, bool ignoreCase) =>
        ConvertFrom(PSObject.AsPSObject(sourceValue), destinationType, formatProvider, ignoreCase);

    /// <inheritdoc/>
    public override object ConvertFrom(PSObject sourceValue, Type destinationType, IFormatProvider formatProvider, bool ignoreCase) => sourceValue.BaseObject switch
    {
        ContainerItemPath path => path,
        FileSystemInfo item => new ContainerItemPath(item.FullName, isLiteral: true),
        PathInfo path => new ContainerItemPath(path.ProviderPath, isLiteral: true),
        _ when ArgumentText.TextOf(sourceValue) is { } text => FromText(text),
        _ when ArgumentText.IsInteger(sourceValue.BaseObject) => FromText(ArgumentText.IntegerText(sourceValue)),
        _ when OwnTypes.Any(type => sourceValue.TypeNames.Contains("Deserialized." + type)) && sourceValue.Properties["FullName"]?.Value is string name =>
            new ContainerItemPath(name, isLiteral: true),
        _ => throw new PSInvalidCastException(
            $"{ArgumentText.NameOf(sourceValue)} is no file or folder: give a path, container:path, or a file's or folder's object."),
    };

    /// <inheritdoc/>
    public override bool CanConvertTo(object sourceValue, Type destinationType) => false;

    /// <inheritdoc/>
    public override object ConvertTo(object sourceValue, Type destinationType, IFormatProvider formatProvider, bool ignoreCase) =>
        throw new NotSupportedException();

    private static ContainerItemPath FromText(string text) => text.Length > 0
        ? new ContainerItemPath(text, isLiteral: false)
        : throw new PSInvalidCastException("The path is empty: give the path of a file or folder, or container:path.");
}
