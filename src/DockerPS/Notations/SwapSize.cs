using System;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;

namespace DockerPS;

/// <summary>How much memory and swap together a container may use: a size such as <c>1g</c> (see <see cref="ByteSize"/>), or <c>-1</c> for as much swap as there is. 0 leaves it to the engine.</summary>
[TypeConverter(typeof(SwapSizeConverter))]
public sealed class SwapSize : Notation<SwapSize>
{
    internal const string Form = "Memory and swap are a size such as 1g, or -1 for unlimited swap.";

    /// <summary>Reads docker's text.</summary>
    /// <param name="text">Such as <c>1g</c> or <c>-1</c>.</param>
    /// <exception cref="FormatException">The text is neither a size nor -1.</exception>
    public SwapSize(string text) => Bytes = text == "-1" ? -1 : new ByteSize(text).Bytes;

    internal SwapSize(ByteSize size) => Bytes = size.Bytes;

    /// <summary>The size in bytes; -1 for unlimited swap.</summary>
    public long Bytes { get; }

    /// <summary>Swap is not limited.</summary>
    public bool IsUnlimited => Bytes < 0;

    /// <summary>Reads docker's text, without an exception.</summary>
    /// <param name="text">Such as <c>1g</c> or <c>-1</c>.</param>
    /// <param name="size">The size.</param>
    /// <returns>Whether the text is one.</returns>
    public static bool TryParse(string? text, [NotNullWhen(true)] out SwapSize? size) => TryMake(text, static text => new(text), out size);

    /// <inheritdoc/>
    public override string ToString() => IsUnlimited ? "-1" : new ByteSize(Bytes).ToString();
}
