using System.Buffers.Binary;
using FsCheck;
using FsCheck.Fluent;
using HomelabPortal.Checks.Asking;

namespace HomelabPortal.Tests.Checks;

public sealed class DnsWireTests
{
    [Fact]
    public void Answer_WithPointers_IsRead()
    {
        var reply = DnsWire.Read(DnsServer.Answer(DnsWire.Ask(7, "nas.lan", 1), 1, [10, 0, 0, 20], [10, 0, 0, 21]), 7, 1);

        Assert.Equal(["10.0.0.20", "10.0.0.21"], reply!.Answers);
    }

    [Fact]
    public void Answer_ToAnotherQuestion_IsNone() => Assert.Null(DnsWire.Read(DnsServer.Answer(DnsWire.Ask(7, "nas.lan", 1), 1, [10, 0, 0, 20]), 8, 1));

    [Fact]
    public void Text_OfSeveralPieces_IsJoined()
    {
        var reply = DnsWire.Read(DnsServer.Answer(DnsWire.Ask(7, "nas.lan", 16), 16, [1, (byte)'a', 2, (byte)'b', (byte)'c']), 7, 16);

        Assert.Equal(["abc"], reply!.Answers);
    }

    [Fact]
    public void Pointer_ToItself_IsNoEndlessLoop()
    {
        byte[] message = [0, 7, 0x80, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0xc0, 12, 0, 1, 0, 1];

        Assert.Null(DnsWire.Read(message, 7, 1));
    }

    [Fact]
    public void AnyBytes_AreReadWithoutAFault() => Prop.ForAll(Gen.Choose(0, 255).Select(value => (byte)value).ArrayOf().ToArbitrary(), bytes =>
    {
        foreach (var type in DnsWire.Types.Values)
            _ = DnsWire.Read(bytes, 0, type);
        return true;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void GoodAnswers_WithAByteChanged_AreReadWithoutAFault()
    {
        foreach (var type in DnsWire.Types.Values)
        {
            var good = DnsServer.Answer(DnsWire.Ask(7, "nas.lan", type), type, [0, 10, 0, 1, 0, 2, 0xc0, 12]);
            for (var at = 2; at < good.Length; at++)
            {
                foreach (var value in new byte[] { 0, 1, 0x3f, 0x40, 0xc0, 0xff })
                {
                    var changed = (byte[])good.Clone();
                    changed[at] = value;
                    _ = DnsWire.Read(changed, BinaryPrimitives.ReadUInt16BigEndian(changed), type);
                    _ = DnsWire.Read(changed.AsSpan(0, at), 7, type);
                }
            }
        }
    }
}
