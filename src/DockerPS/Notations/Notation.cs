using System;
using System.Diagnostics.CodeAnalysis;

namespace DockerPS;

/// <summary>
/// One of Docker's little languages as a value: made of docker's own text, printed back as docker's own text. It never changes.
/// Two are equal when they mean the same, however they were written.
/// </summary>
/// <typeparam name="T">The notation itself.</typeparam>
public abstract class Notation<T> : IEquatable<T>
    where T : Notation<T>
{
    private protected Notation()
    {
    }

    /// <summary>Whether both mean the same.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static bool operator ==(Notation<T>? left, Notation<T>? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether they mean different things.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static bool operator !=(Notation<T>? left, Notation<T>? right) => !(left == right);

    /// <summary>The shortest text of it that the docker command takes; it parses back to an equal value.</summary>
    public abstract override string ToString();

    /// <inheritdoc/>
    // The text is made of the meaning alone, so that it also decides what is equal.
    public bool Equals(T? other) => other is not null && string.Equals(ToString(), other.ToString(), StringComparison.Ordinal);

    /// <inheritdoc/>
    public sealed override bool Equals(object? obj) => Equals(obj as T);

    /// <inheritdoc/>
    public sealed override int GetHashCode() => StringComparer.Ordinal.GetHashCode(ToString());

    private protected static bool TryMake(string? text, Func<string, T> make, [NotNullWhen(true)] out T? value)
    {
        value = null;
        if (text is null)
        {
            return false;
        }

        try
        {
            value = make(text);
            return true;
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
