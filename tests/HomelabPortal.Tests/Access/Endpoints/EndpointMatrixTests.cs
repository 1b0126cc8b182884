using HomelabPortal.Storage.Rows;
using HomelabPortal.Testing;
using HomelabPortal.Tests.Lab;

namespace HomelabPortal.Tests.Access.Endpoints;

/// <summary>
/// Every endpoint the running portal has, called as everybody. What each may is written down in endpoints.txt,
/// so that a new endpoint, or a new answer of an old one, is somebody's decision.
/// <c>HOMELAB_REWRITE_ENDPOINTS=1</c> writes the file anew; its difference in Git is then what to think about.
/// </summary>
[Collection(PortalStartCollection.Name)]
public sealed class EndpointMatrixTests(EndpointMatrix matrix) : IClassFixture<EndpointMatrix>
{
    private static readonly string _golden = RepositoryFolder.Combine("tests", "HomelabPortal.Tests", "Access", "Endpoints", "endpoints.txt");
    private static readonly string[] _strangers = ["nobody", "garbage", "ended", "expired"];

    [Fact]
    public void Endpoints_AllOfThem_AnswerAsWrittenDown()
    {
        var found = Lines().ToList();
        if (Environment.GetEnvironmentVariable("HOMELAB_REWRITE_ENDPOINTS") == "1")
            File.WriteAllLines(_golden, found);
        var written = File.ReadAllLines(_golden);
        var differences = found.Except(written).Select(line => $"+ {line}").Concat(written.Except(found).Select(line => $"- {line}"))
            .OrderBy(line => line[2..].Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], StringComparer.Ordinal);

        Assert.True(found.SequenceEqual(written), $"The portal (+) and endpoints.txt (-) differ:\n{string.Join('\n', differences)}");
    }

    [Fact]
    public void Endpoint_ThatIsNotOpen_LetsNoStrangerIn() =>
        Assert.Equal([], Wrong(row => !row.Endpoint.IsOpen, _strangers, answer => answer is not ("401" or "302:/sign-in" or "400" or "405")));

    [Fact]
    public void Endpoint_OfAnActAboveTheRole_RefusesIt()
    {
        Assert.Equal([], Wrong(row => row.Endpoint.Rule?.Role > Role.Viewer, ["viewer", "small"], IsNoRefusal));
        Assert.Equal([], Wrong(row => row.Endpoint.Rule?.Role > Role.Operator, ["operator"], IsNoRefusal));
        Assert.Equal([], Wrong(row => row.Endpoint.Rule is { Scope: null } or { Scope: not "lab:read" }, ["reader"], IsNoRefusal));
    }

    [Fact]
    public void Endpoint_WhoeverAsks_DoesNotBreak() =>
        Assert.Equal([], Wrong(_ => true, matrix.Columns, answer => answer.StartsWith('5') || answer is "silent" or "429"));

    [Fact]
    public async Task Files_AllOfThem_AreOpen() => Assert.Equal(["200"], (await matrix.FileAnswersAsync()).Distinct());

    private static bool IsNoRefusal(string answer) => answer is not ("403" or "302:/not-allowed" or "401" or "302:/sign-in");

    private IEnumerable<string> Wrong(
        Func<(ListedEndpoint Endpoint, IReadOnlyList<string> Answers), bool> which, IEnumerable<string> callers, Func<string, bool> isWrong)
    {
        var wanted = callers.ToHashSet();
        return from row in matrix.Rows.Where(which)
               from answer in matrix.Columns.Zip(row.Answers)
               where wanted.Contains(answer.First) && isWrong(answer.Second)
               select $"{row.Endpoint.Method} {row.Endpoint.Pattern} answered {answer.Second} to {answer.First}";
    }

    private IEnumerable<string> Lines()
    {
        yield return Line("method", "pattern", "who", matrix.Columns);
        foreach (var (endpoint, answers) in matrix.Rows)
            yield return Line(endpoint.Method, endpoint.Pattern, endpoint.Guard, answers);
    }

    private static string Line(string method, string pattern, string guard, IEnumerable<string> cells) =>
        $"{method,-7} {pattern,-52} {guard,-16} {string.Join(' ', cells.Select(cell => $"{cell,-12}"))}".TrimEnd();
}
