using System.Net;
using System.Text;
using HomelabPortal.Storage.Rows;

namespace HomelabPortal.Tests.Api;

/// <summary>Bodies that are nearly right, cut, twisted or nonsense: the answer is always the caller's fault, and nothing is saved.</summary>
public sealed class ApiFuzzTests(ApiFixture portal) : IClassFixture<ApiFixture>
{
    private const int Bodies = 20_000;
    private const int AtOnce = 4;

    /// <summary>Each wrong in several places, so that no twist makes it right.</summary>
    private static readonly (string Method, string Path, string Body)[] _seeds =
    [
        ("POST", "/exposures", """{"hostname":"fuzz","backend":{"kind":"servant","address":"10.0.0.175","port":"99999","scheme":"gopher"},"visibility":"tunnels","confirm":"fuzz"}"""),
        ("POST", "/exposures/plan", """{"hostname":"fuzz","backend":{"kind":"addresses","address":"nowhere","port":"-1"},"visibility":"lan"}"""),
        ("PUT", "/exposures/nothing", """{"hostname":"fuzz","backend":{"kind":"service","namespace":"media","service":"nothing"}}"""),
        ("POST", "/records", """{"name":"fuzz","type":"MX","content":"\u0000","ttl":-5,"isProxied":"maybe"}"""),
        ("PUT", "/records/nothing", """{"name":"fuzz","type":"A","content":"999.1.1.1","ttl":1e9}"""),
        ("PUT", "/policy", """{"policy":"anarchy"}"""),
    ];

    private static readonly string[] _pieces =
    [
        "null", "true", "-1", "1e999", "99999999999999999999", "\"\"", "[]", "{}", "[[[[", "}}}}", "\\ud800", "\\u0000", "\u202E", "😀", "\"__proto__\":{}", "\"id\":\"x\"", ",", ":", "\"", "\\", "//", "\r\n", "\0",
    ];

    [Fact]
    public async Task Bodies_ManyTwistedOnes_AreAlwaysTheCallersFaultAndSaveNothing()
    {
        using var client = await portal.Host.WithTokenAsync(Role.Admin);
        var before = (await ApiCall.SendAsync(client, "GET", "/exposures")).Json["revision"]!.ToJsonString();

        await Parallel.ForEachAsync(Enumerable.Range(0, AtOnce), async (part, cancellationToken) =>
        {
            var random = new Random(20261121 + part);
            for (var number = 0; number < Bodies / AtOnce; number++)
            {
                var (method, path, body) = _seeds[random.Next(_seeds.Length)];
                var bytes = Twist(Encoding.UTF8.GetBytes(body), random);
                using var request = new HttpRequestMessage(new HttpMethod(method), $"/api/v1{path}") { Content = new ByteArrayContent(bytes) };
                request.Content.Headers.ContentType = new("application/json");
                if (random.Next(2) == 0)
                    request.Headers.TryAddWithoutValidation("If-Match", "*");
                using var answer = await client.SendAsync(request, cancellationToken);
                if (answer.StatusCode is < HttpStatusCode.BadRequest or >= HttpStatusCode.InternalServerError)
                    Assert.Fail($"{method} {path} {(int)answer.StatusCode}: {Convert.ToBase64String(bytes)}");
            }
        });

        Assert.Equal(before, (await ApiCall.SendAsync(client, "GET", "/exposures")).Json["revision"]!.ToJsonString());
    }

    private static byte[] Twist(byte[] body, Random random)
    {
        var bytes = body.ToList();
        for (var twists = random.Next(4); twists > 0 && bytes.Count > 0; twists--)
        {
            var place = random.Next(bytes.Count);
            switch (random.Next(5))
            {
                case 0:
                    bytes[place] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes.RemoveRange(place, Math.Min(random.Next(20), bytes.Count - place));
                    break;
                case 2:
                    bytes.InsertRange(place, Encoding.UTF8.GetBytes(_pieces[random.Next(_pieces.Length)]));
                    break;
                case 3:
                    bytes.InsertRange(place, bytes.GetRange(place, Math.Min(random.Next(40), bytes.Count - place)));
                    break;
                default:
                    bytes.RemoveRange(place, bytes.Count - place);
                    break;
            }
        }

        return [.. bytes];
    }
}
