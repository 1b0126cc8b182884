using System.Net;
using System.Text;
using HomelabPortal.Docker;

namespace HomelabPortal.Tests.Docker;

public sealed class DockerFuzzTests
{
    private const int Rounds = 3000;

    [Fact]
    public void Frames_WithDamage_OnlyGiveTypedFaults()
    {
        var random = new Random(20261121);
        byte[] good = [.. LogFrameReaderTests.Frame(1, "2026-11-21T00:13:04Z one\ntwo"), .. LogFrameReaderTests.Frame(2, "three\n")];
        for (var round = 0; round < Rounds; round++)
            OnlyTyped(() =>
            {
                var reader = new LogFrameReader(isTty: random.Next(4) == 0, hasTimestamps: true);
                foreach (var part in Damage(good, random).Chunk(1 + random.Next(20))) reader.Add(part, []);
                reader.Complete([]);
            });
    }

    [Fact]
    public void Events_WithDamage_OnlyGiveTypedFaults()
    {
        var random = new Random(20261122);
        var good = Encoding.UTF8.GetBytes("""{"Type":"container","Action":"die","Actor":{"ID":"a","Attributes":{"exitCode":"137"}},"timeNano":17}""" + "\n{}\n");
        for (var round = 0; round < Rounds; round++)
            OnlyTyped(() =>
            {
                var reader = new ObjectStreamReader<DockerEvent>(DockerJson.Wire.DockerEvent, "event stream");
                foreach (var part in Damage(good, random).Chunk(1 + random.Next(20))) reader.Add(part, []);
            });
    }

    [Fact]
    public async Task Answers_WithDamage_OnlyGiveTypedFaults()
    {
        var random = new Random(20261123);
        var good = Encoding.UTF8.GetBytes("""[{"Id":"a","Names":["/x"],"Created":1,"Ports":[{"PrivatePort":1,"Type":"tcp"}],"Labels":{"a":"b"},"message":"m"}]""");
        HttpStatusCode[] statuses = [HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.BadRequest, HttpStatusCode.InternalServerError];
        using var client = DockerClients.Answering(() =>
            new HttpResponseMessage(statuses[random.Next(statuses.Length)]) { Content = new ByteArrayContent(Damage(good, random)) });
        for (var round = 0; round < Rounds; round++)
        {
            if (await Record.ExceptionAsync(() => client.ListContainersAsync(null, default)) is { } fault) Assert.IsType<DockerApiException>(fault);
        }
    }

    private static void OnlyTyped(Action act)
    {
        if (Record.Exception(act) is { } fault) Assert.IsType<DockerApiException>(fault);
    }

    private static byte[] Damage(byte[] good, Random random)
    {
        var bytes = good.ToList();
        for (var i = random.Next(4); i >= 0 && bytes.Count > 0; i--)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(4))
            {
                case 0: bytes[at] = (byte)random.Next(256); break;
                case 1: bytes.RemoveAt(at); break;
                case 2: bytes.Insert(at, (byte)random.Next(256)); break;
                default: bytes.RemoveRange(at, random.Next(bytes.Count - at)); break;
            }
        }
        return [.. bytes];
    }
}
