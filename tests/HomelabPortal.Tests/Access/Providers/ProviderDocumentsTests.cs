using System.Text;
using HomelabPortal.Access.Providers;

namespace HomelabPortal.Tests.Access.Providers;

public sealed class ProviderDocumentsTests
{
    private const string Issuer = "https://git.example.org";

    private const string Discovery =
        """{"issuer":"https://git.example.org","authorization_endpoint":"https://git.example.org/a","token_endpoint":"https://git.example.org/t","userinfo_endpoint":"https://git.example.org/u"}""";

    [Fact]
    public void Discovery_OfTheIssuer_NamesItsParts() =>
        Assert.Equal(
            new ProviderEndpoints(new Uri("https://git.example.org/a"), new Uri("https://git.example.org/t"), new Uri("https://git.example.org/u"), null),
            ProviderDocuments.Discovery(Encoding.UTF8.GetBytes(Discovery), Issuer + "/"));

    [Theory]
    [InlineData("https://git.example.org\",", "https://evil.example\",")]
    [InlineData("https://git.example.org/t", "http://git.example.org/t")]
    [InlineData("https://git.example.org/t", "https://name:word@git.example.org/t")]
    [InlineData("https://git.example.org/u", "/u")]
    [InlineData("userinfo_endpoint", "issuer")]
    [InlineData("token_endpoint", "other")]
    public void Discovery_OfAnotherOrInTheClear_IsNone(string from, string to) =>
        Assert.Null(ProviderDocuments.Discovery(Encoding.UTF8.GetBytes(Discovery.Replace(from, to, StringComparison.Ordinal)), Issuer));

    [Fact]
    public void Person_HasSubjectNameAndGroups()
    {
        var person = Person("""{"sub":"17","preferred_username":"anna","email":"anna@example.org","groups":["a","a:b"],"address":{"country":"x"}}""")!;

        Assert.Equal(("17", "anna"), (person.Subject, person.Name));
        Assert.Equal(["a", "a:b"], person.Groups.ToArray());
    }

    [Theory]
    [InlineData("""{"preferred_username":"anna"}""")]
    [InlineData("""{"sub":""}""")]
    [InlineData("""{"sub":17}""")]
    [InlineData("""{"sub":"1 7"}""")]
    [InlineData("""{"sub":"1\n7"}""")]
    [InlineData("""{"sub":"17","sub":"1"}""")]
    [InlineData("""{"sub":"17","groups":"admins"}""")]
    [InlineData("""{"sub":"17","groups":{"admins":true}}""")]
    [InlineData("""{"sub":"17","groups":["a",1]}""")]
    [InlineData("""[{"sub":"17"}]""")]
    public void Person_ThatIsNotCertain_IsNobody(string json) => Assert.Null(Person(json));

    [Theory]
    [InlineData("""{"sub":"17"}""")]
    [InlineData("""{"sub":"17","groups":null}""")]
    public void Person_WithoutGroups_IsInNone(string json) => Assert.Empty(Person(json)!.Groups);

    [Theory]
    [InlineData("""{"access_token":"a"}""")]
    [InlineData("""{"access_token":"a","token_type":"mac"}""")]
    [InlineData("""{"token_type":"bearer"}""")]
    [InlineData("access_token=a&token_type=bearer")]
    public void Tokens_OfAnotherKind_AreNone(string json) => Assert.Null(ProviderDocuments.Tokens(Encoding.UTF8.GetBytes(json)));

    [Fact]
    public void Anything_TwoHundredThousandTimes_NeverThrows()
    {
        var random = new Random(5);
        byte[][] good = [Encoding.UTF8.GetBytes(Discovery), """{"sub":"17","groups":["a","\u00e9"],"preferred_username":"x"}"""u8.ToArray(), """{"access_token":"a","token_type":"bearer"}"""u8.ToArray()];
        for (var round = 0; round < 200_000; round++)
        {
            var bytes = (byte[])good[round % 3].Clone();
            for (var change = random.Next(1, 4); change > 0; change--)
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            bytes = bytes[..random.Next(bytes.Length / 2, bytes.Length + 1)];
            ProviderDocuments.Discovery(bytes, Issuer);
            ProviderDocuments.Person(bytes, "groups");
            ProviderDocuments.Tokens(bytes);
        }
    }

    private static ProviderPerson? Person(string json) => ProviderDocuments.Person(Encoding.UTF8.GetBytes(json), "groups");
}
