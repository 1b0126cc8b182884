using System.Buffers.Binary;
using System.Text;

namespace HomelabPortal.Testing.Circuits;

/// <summary>An event handler that the server drew, whether or not the page lets anybody reach it.</summary>
/// <param name="Event">The event's name without "on", for example click.</param>
internal sealed record RenderedHandler(long Id, string Event)
{
    private const int FrameSize = 20;
    private const int AttributeFrame = 3;

    /// <summary>Every handler in the frames of a render batch; its last 20 bytes say where the sections begin.</summary>
    public static List<RenderedHandler> In(byte[] batch)
    {
        var frames = Int(batch, batch.Length - 16);
        var strings = Int(batch, batch.Length - 4);
        var handlers = new List<RenderedHandler>();
        var count = Int(batch, frames);
        for (var index = 0; index < count; index++)
        {
            var frame = frames + 4 + index * FrameSize;
            if (Int(batch, frame) == AttributeFrame && BinaryPrimitives.ReadInt64LittleEndian(batch.AsSpan(frame + 12)) is > 0 and var id)
                handlers.Add(new RenderedHandler(id, Name(batch, strings, Int(batch, frame + 4)).Replace("on", "", StringComparison.Ordinal)));
        }

        return handlers;
    }

    private static string Name(byte[] batch, int strings, int index)
    {
        var at = Int(batch, strings + 4 * index);
        var (length, shift) = (0, 0);
        byte part;
        do
        {
            part = batch[at++];
            length |= (part & 0x7f) << shift;
            shift += 7;
        }
        while ((part & 0x80) != 0);
        return Encoding.UTF8.GetString(batch, at, length);
    }

    private static int Int(byte[] batch, int at) => BinaryPrimitives.ReadInt32LittleEndian(batch.AsSpan(at));
}
