using System.Buffers;
using System.Text;
using System.Text.Json;

namespace HomelabPortal.Kubernetes;

/// <summary>
/// Gives equal short strings (namespaces, nodes, images, label keys) one instance without allocating to find out.
/// The table never grows: a new string takes the place of whatever had its slot, so unique names cost nothing lasting.
/// </summary>
internal static class TextPool
{
    private const int Slots = 8192;
    private const int LongestPooled = 128;
    private static readonly string?[] _slots = new string?[Slots];

    /// <summary>Reads the string or property name the reader stands on.</summary>
    public static string Read(ref Utf8JsonReader reader)
    {
        if (reader.ValueIsEscaped)
            return reader.GetString() ?? "";
        return reader.HasValueSequence ? reader.GetString() ?? "" : Get(reader.ValueSpan);
    }

    public static string Get(ReadOnlySpan<byte> utf8)
    {
        if (utf8.IsEmpty)
            return "";
        if (utf8.Length > LongestPooled || !Ascii.IsValid(utf8))
            return Encoding.UTF8.GetString(utf8);
        var hash = new HashCode();
        hash.AddBytes(utf8);
        ref var slot = ref _slots[hash.ToHashCode() & (Slots - 1)];
        // Racing threads may each put their own copy here; either is right, and references are written whole.
        var pooled = Volatile.Read(ref slot);
        if (pooled is not null && Ascii.Equals(utf8, pooled))
            return pooled;
        var text = Encoding.ASCII.GetString(utf8);
        Volatile.Write(ref slot, text);
        return text;
    }
}
