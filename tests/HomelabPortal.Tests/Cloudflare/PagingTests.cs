using System.Net;
using HomelabPortal.Cloudflare;
using static HomelabPortal.Tests.Cloudflare.CloudflareClients;

namespace HomelabPortal.Tests.Cloudflare;

public sealed class PagingTests
{
    [Fact]
    public async Task List_OfManyPages_IsReadWhole()
    {
        using var client = Scripted(asked => PageOf(asked) switch
        {
            1 => Page(1, 250, Enumerable.Range(0, 100)),
            2 => Page(2, 250, Enumerable.Range(100, 100)),
            _ => Page(3, 250, Enumerable.Range(200, 50)),
        }, out var handler);
        var records = await client.ListRecordsAsync("z/1", new DnsRecordFilter { CommentStartsWith = "hlp1:", Name = "*.test" }, default);
        Assert.Equal(Enumerable.Range(0, 250).Select(id => $"r{id}"), records.Select(record => record.Id));
        Assert.Equal(3, handler.Requests.Count);
        Assert.Equal("/client/v4/zones/z%2F1/dns_records?page=1&per_page=100&name.exact=%2A.test&comment.startswith=hlp1%3A", handler.Requests[0].Path);
    }

    [Fact]
    public async Task List_ThatIsEmpty_IsEmpty()
    {
        using var client = Scripted(_ => Page(1, 0, []));
        Assert.Empty(await client.ListRecordsAsync("z", default));
    }

    [Fact]
    public async Task Page_ThatFails_FailsTheList()
    {
        using var client = Scripted(asked => PageOf(asked) == 1 ? Page(1, 150, Enumerable.Range(0, 100)) : new HttpResponseMessage(HttpStatusCode.BadGateway));
        await IsUnavailableAsync(client);
    }

    [Fact]
    public async Task Page_ThatIsShorterThanItsCount_FailsTheList()
    {
        using var client = Scripted(_ => Ok("""[{"id":"r1","type":"A","name":"a"}]""", """{"page":1,"per_page":100,"count":2,"total_count":2}"""));
        await IsUnavailableAsync(client);
    }

    [Fact]
    public async Task Pages_ThatEndBeforeTheTotal_FailTheList()
    {
        using var client = Scripted(asked => PageOf(asked) == 1 ? Page(1, 3, 1, 2) : Page(2, 3, []));
        await IsUnavailableAsync(client);
    }

    [Fact]
    public async Task Pages_WithMoreThanTheTotal_FailTheList()
    {
        using var client = Scripted(_ => Page(1, 1, 1, 2));
        await IsUnavailableAsync(client);
    }

    [Fact]
    public async Task Page_WithoutATotal_FailsTheList()
    {
        using var client = Scripted(_ => Ok("[]"));
        await IsUnavailableAsync(client);
    }

    [Fact]
    public async Task Page_ThatIsAnotherOne_FailsTheList()
    {
        using var client = Scripted(_ => Page(1, 150, Enumerable.Range(0, 100)));
        await IsUnavailableAsync(client);
    }

    [Fact]
    public async Task Page_WithAnEmptyEntry_FailsTheList()
    {
        using var client = Scripted(_ => Ok("[null]", """{"page":1,"count":1,"total_count":1}"""));
        await IsUnavailableAsync(client);
    }

    [Fact]
    public async Task List_ThatGrowsWhileItIsRead_IsReadAgain()
    {
        var calls = 0;
        using var client = Scripted(asked => (PageOf(asked), ++calls) switch
        {
            (1, 1) => Page(1, 101, Enumerable.Range(0, 100)),
            (2, 2) => Page(2, 102, 99, 100),
            (1, _) => Page(1, 102, Enumerable.Range(0, 100)),
            _ => Page(2, 102, 100, 101),
        });
        Assert.Equal(102, (await client.ListRecordsAsync("z", default)).Count);
        Assert.Equal(4, calls);
    }

    [Fact]
    public async Task List_ThatNeverStandsStill_FailsAfterThreeTries()
    {
        var total = 200;
        using var client = Scripted(asked => Page(PageOf(asked), ++total, Enumerable.Range(PageOf(asked) * 100, 100)), out var handler);
        await IsUnavailableAsync(client);
        Assert.Equal(6, handler.Requests.Count);
    }

    private static async Task IsUnavailableAsync(CloudflareClient client)
    {
        var fault = await Assert.ThrowsAsync<CloudflareApiException>(() => client.ListRecordsAsync("z", default));
        Assert.Equal(CloudflareErrorKind.Unavailable, fault.Kind);
    }
}
