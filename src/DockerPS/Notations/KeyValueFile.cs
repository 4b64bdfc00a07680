using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;

namespace DockerPS;

/// <summary>Docker's files of <c>key=value</c> lines: white space before a line is dropped, empty lines and those with <c>#</c> are skipped, all else is taken as it stands.</summary>
internal static class KeyValueFile
{
    /// <summary>The lines, each <c>key=value</c> or a key alone.</summary>
    /// <param name="stream">UTF-8, with a byte order mark or without.</param>
    /// <param name="name">The file's name, for errors.</param>
    /// <exception cref="FormatException">A line is wrong; the error has its number, and never its value.</exception>
    public static IEnumerable<string> Read(Stream stream, string name)
    {
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        var text = Decode(bytes.ToArray(), name);
        var number = 0;
        foreach (var whole in text.Split('\n'))
        {
            number++;
            var line = (whole.Length > 0 && whole[whole.Length - 1] == '\r' ? whole.Substring(0, whole.Length - 1) : whole).TrimStart();
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            var equals = line.IndexOf('=');
            var key = equals < 0 ? line : line.Substring(0, equals);
            yield return key.Length == 0 ? throw new FormatException($"{name}, line {number}: there is no name before the equals sign.")
                : key.Any(letter => letter is ' ' or '\t') ? throw new FormatException($"{name}, line {number}: the name '{key}' contains white space.")
                : line;
        }
    }

    private static string Decode(byte[] bytes, string name)
    {
        try
        {
            var start = bytes is [0xEF, 0xBB, 0xBF, ..] ? 3 : 0;
            return new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(bytes, start, bytes.Length - start);
        }
        catch (DecoderFallbackException error)
        {
            // Windows PowerShell's > writes UTF-16.
            var line = 1 + bytes.Take(Math.Max(error.Index, 0)).Count(letter => letter == (byte)'\n');
            throw new FormatException($"{name}, line {line}: the file is not UTF-8. In Windows PowerShell, write it with Set-Content -Encoding utf8.", error);
        }
    }
}
