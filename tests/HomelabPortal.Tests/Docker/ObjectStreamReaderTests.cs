using System.Text;
using HomelabPortal.Docker;

namespace HomelabPortal.Tests.Docker;

public sealed class ObjectStreamReaderTests
{
    private const string Stream =
        """{"Type":"container","Action":"exec_create: sh -c \"echo {}\\\" ]","Actor":{"ID":"a","Attributes":{"name":"кот"}},"timeNano":1795220048340581295}""" + "\n" +
        """{"Type":"container","Action":"start","status":"start","Actor":null}""" + "\r\n\u001e  " +
        """{"type":"network","Action":null,"x":[[1,{"y":"}"}]]}{}""";

    [Fact]
    public void Stream_SplitAtEveryOffset_GivesTheSameEvents()
    {
        var bytes = Encoding.UTF8.GetBytes(Stream);
        for (var split = 0; split <= bytes.Length; split++) CheckEvents(Read(bytes[..split], bytes[split..]));
        CheckEvents(Read([.. bytes.Select(b => new[] { b })]));
    }

    [Fact]
    public void Event_IsGivenOutAsSoonAsItCloses() => Assert.Single(Read("""{"Action":"start"}"""u8.ToArray()));

    [Fact]
    public void Event_CutShort_IsNoticed()
    {
        var reader = Reader();
        reader.Add("""{"Action":"st"""u8, []);
        Assert.True(reader.IsInsideObject);
    }

    [Theory]
    [InlineData("x")]
    [InlineData("[]")]
    [InlineData("}")]
    [InlineData("null")]
    [InlineData("""{"Action":]}""")]
    [InlineData("""{"Action":{}}""")]
    [InlineData("""{"timeNano":"soon"}""")]
    [InlineData("{\"Action\":\"\u0001\"}")]
    public void Stream_ThatIsNotEvents_IsATypedFault(string text) =>
        Assert.Equal(DockerErrorKind.InvalidAnswer, Assert.Throws<DockerApiException>(() => Read(Encoding.UTF8.GetBytes(text))).Kind);

    [Fact]
    public void Object_WithoutEnd_DoesNotFillTheMemory()
    {
        var reader = Reader();
        reader.Add("{\"a\":\""u8, []);
        var part = new byte[1 << 20];
        part.AsSpan().Fill((byte)'x');
        Assert.Throws<DockerApiException>(() =>
        {
            for (var i = 0; i < 16; i++) reader.Add(part, []);
        });
    }

    private static void CheckEvents(List<DockerEvent> events)
    {
        Assert.Equal(["exec_create: sh -c \"echo {}\\\" ]", "start", null, null], events.Select(happened => happened.Action));
        Assert.Equal(["container", "container", "network", null], events.Select(happened => happened.Type));
        Assert.Equal("кот", events[0].Actor?.Attributes?["name"]);
        Assert.Equal(1795220048340581295, events[0].TimeNanoseconds);
        Assert.Equal(new DateTimeOffset(2026, 11, 21, 0, 14, 8, 340, TimeSpan.Zero).AddTicks(5812), events[0].At);
    }

    private static List<DockerEvent> Read(params byte[][] reads)
    {
        var reader = Reader();
        var events = new List<DockerEvent>();
        foreach (var read in reads) reader.Add(read, events);
        return events;
    }

    private static ObjectStreamReader<DockerEvent> Reader() => new(DockerJson.Wire.DockerEvent, "event stream");
}
