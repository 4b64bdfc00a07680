using System.Management.Automation;
using DockerPS.Engine;

namespace DockerPS;

/// <summary>Takes a registry's host, its address, or an object that has a <c>Registry</c>, and makes it the name that images have.</summary>
public sealed class RegistryAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        var value = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        return value switch
        {
            null => null,
            string text => RegistryName.Normalize(text),
            System.Collections.IList list => Each(engineIntrinsics, list),
            _ when PSObject.AsPSObject(inputData!).Properties["Registry"]?.Value is string registry => RegistryName.Normalize(registry),
            _ => throw new ArgumentTransformationMetadataException(
                $"{ArgumentText.NameOf(value)} is not a registry. Give its host, such as registry.example:5000, or an object that has a Registry."),
        };
    }

    private object?[] Each(EngineIntrinsics engineIntrinsics, System.Collections.IList list)
    {
        var names = new object?[list.Count];
        for (var i = 0; i < names.Length; i++)
        {
            names[i] = Transform(engineIntrinsics, list[i]);
        }

        return names;
    }
}
