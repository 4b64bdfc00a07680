using System;
using System.Globalization;
using System.Linq;
using System.Net;

namespace DockerPS;

/// <summary>Internet addresses as docker reads them: .NET would also take <c>127.1</c>, <c>010.0.0.1</c>, a scope or brackets.</summary>
internal static class AddressText
{
    public static IPAddress? Parse(string text)
    {
        var sixth = text.IndexOf(':') >= 0;
        return (sixth ? text.All(IsAddressCharacter) : IsFourNumbers(text)) && IPAddress.TryParse(text, out var address) ? address : null;
    }

    public static bool IsIPv6(IPAddress address) => address.GetAddressBytes().Length == 16;

    public static string Bracketed(IPAddress address) => IsIPv6(address) ? "[" + address + "]" : address.ToString();

    private static bool IsAddressCharacter(char letter) => letter is ':' or '.' or (>= '0' and <= '9') or (>= 'a' and <= 'f') or (>= 'A' and <= 'F');

    private static bool IsFourNumbers(string text)
    {
        var numbers = text.Split('.');
        return numbers.Length == 4 && Array.TrueForAll(numbers, number =>
            byte.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            && value.ToString(CultureInfo.InvariantCulture).Length == number.Length);
    }
}
