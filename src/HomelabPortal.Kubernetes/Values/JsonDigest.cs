using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text.Json;

namespace HomelabPortal.Kubernetes;

/// <summary>
/// A digest of a JSON value as it stands on the wire.
/// The random end of a service account's volume name is left out of it: without that name, the pods of one template are all the same.
/// </summary>
internal static class JsonDigest
{
    [ThreadStatic]
    private static ArrayBufferWriter<byte>? _tokens;

    /// <summary>Moves the reader to the end of the value it stands on.</summary>
    public static UInt128 Of(ref Utf8JsonReader reader)
    {
        var tokens = _tokens ??= new ArrayBufferWriter<byte>(4096);
        tokens.ResetWrittenCount();
        var depth = reader.CurrentDepth;
        Add(tokens, ref reader);
        while (reader.TokenType is not (JsonTokenType.EndObject or JsonTokenType.EndArray) || reader.CurrentDepth > depth)
        {
            if (!reader.Read())
                throw new JsonException("The value ended too early.");
            Add(tokens, ref reader);
        }

        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(tokens.WrittenSpan, digest);
        return BinaryPrimitives.ReadUInt128LittleEndian(digest);
    }

    private static void Add(ArrayBufferWriter<byte> tokens, ref Utf8JsonReader reader)
    {
        var value = reader.HasValueSequence ? reader.ValueSequence.ToArray() : reader.ValueSpan;
        if (value.StartsWith(ServiceAccountVolume.Prefix))
            value = ServiceAccountVolume.Prefix;
        var target = tokens.GetSpan(value.Length + 5);
        target[0] = (byte)reader.TokenType;
        BinaryPrimitives.WriteInt32LittleEndian(target[1..], value.Length);
        value.CopyTo(target[5..]);
        tokens.Advance(value.Length + 5);
    }
}
