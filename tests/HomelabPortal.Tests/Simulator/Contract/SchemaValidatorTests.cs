using System.Text.Json.Nodes;
using HomelabPortal.Tests.Simulator.Contract.OpenApi;

namespace HomelabPortal.Tests.Simulator.Contract;

public sealed class SchemaValidatorTests
{
    private const string Pet = """{"type":"object","required":["name"],"properties":{"name":{"type":"string"},"id":{"type":"integer","readOnly":true}}}""";
    private const string Both = """{"allOf":[{"$ref":"#/definitions/Pet"},{"type":"object","required":["age"],"properties":{"age":{"type":"integer"}}}]}""";
    private const string Either = """{"oneOf":[{"type":"object","required":["kind"],"properties":{"kind":{"type":"string","enum":["a"]},"a":{"type":"string"}}},{"type":"object","required":["kind"],"properties":{"kind":{"type":"string","enum":["b"]},"b":{"type":"integer"}}}]}""";

    [Theory]
    [InlineData("""{"type":"string"}""", "\"x\"")]
    [InlineData("""{"type":"integer"}""", "3")]
    [InlineData("""{"type":"integer"}""", "3.0")]
    [InlineData("""{"type":"string","nullable":true}""", "null")]
    [InlineData("""{"type":"string","x-nullable":true}""", "null")]
    [InlineData("""{"enum":[null],"type":"object"}""", "null")]
    [InlineData("""{"type":"array","items":{"type":"integer"}}""", "[1,2]")]
    [InlineData(Pet, """{"name":"rex","id":1}""")]
    [InlineData(Both, """{"name":"rex","age":2}""")]
    [InlineData(Either, """{"kind":"b","b":1}""")]
    [InlineData("""{"anyOf":[{"type":"object"},{"type":"string"}]}""", "\"x\"")]
    [InlineData("""{"type":"object","additionalProperties":{"type":"string"}}""", """{"any":"text"}""")]
    [InlineData("""{"type":"object"}""", """{"any":1}""")]
    [InlineData("""{"type":"string","not":{"enum":["a"]}}""", "\"b\"")]
    [InlineData("""{"type":"string","format":"date-time"}""", "\"2026-11-21T09:30:00.123456789Z\"")]
    [InlineData("""{"type":"string","format":"uuid"}""", "\"6ff42ae2-765d-4adf-8112-31c55c1551ef\"")]
    public void Check_ValueThatFits_FindsNothing(string schema, string value)
        => Assert.Empty(Check(schema, value));

    [Theory]
    [InlineData("""{"type":"string"}""", "3", "is Number, not string")]
    [InlineData("""{"type":"string"}""", "null", "is null")]
    [InlineData("""{"type":"integer"}""", "3.5", "not integer")]
    [InlineData("""{"type":"boolean"}""", "\"true\"", "not boolean")]
    [InlineData("""{"type":"array","items":{"type":"integer"}}""", "[1,\"2\"]", "/1: is String")]
    [InlineData("""{"type":"array","minItems":1,"items":{}}""", "[]", "fewer than 1")]
    [InlineData("""{"type":"integer","minimum":60}""", "59", "below 60")]
    [InlineData("""{"type":"integer","maximum":60}""", "61", "above 60")]
    [InlineData("""{"type":"string","maxLength":2}""", "\"abc\"", "longer than 2")]
    [InlineData("""{"type":"string","pattern":"^a+$"}""", "\"ab\"", "does not match")]
    [InlineData("""{"type":"string","enum":["a","b"]}""", "\"c\"", "is none of")]
    [InlineData("""{"type":"string","format":"date-time"}""", "\"yesterday\"", "is no date-time")]
    [InlineData("""{"type":"string","format":"uuid"}""", "\"abc\"", "is no uuid")]
    [InlineData(Pet, """{"id":1}""", "lacks name")]
    [InlineData(Pet, """{"name":"rex","tail":1}""", "/tail: is not declared")]
    [InlineData(Both, """{"name":"rex"}""", "lacks age")]
    [InlineData(Both, """{"name":"rex","age":2,"tail":1}""", "/tail: is not declared")]
    [InlineData(Both, """{"name":3,"age":2}""", "/name: is Number")]
    [InlineData(Either, """{"kind":"c"}""", "fits no branch of oneOf")]
    [InlineData(Either, """{"kind":"b","a":"x"}""", "/a: is not declared")]
    [InlineData("""{"oneOf":[{"type":"string"},{"type":"string"}]}""", "\"x\"", "fits 2 branches")]
    [InlineData("""{"anyOf":[{"type":"object"},{"type":"string"}]}""", "1", "fits no branch of anyOf")]
    [InlineData("""{"type":"string","not":{"enum":["a"]}}""", "\"a\"", "is what it must not be")]
    [InlineData("""{"type":"object","additionalProperties":{"type":"string"}}""", """{"any":1}""", "/any: is Number")]
    [InlineData("""{"type":"object","additionalProperties":false,"properties":{}}""", """{"any":1}""", "/any: is not declared")]
    [InlineData("""{"type":"object","properties":{"pet":{"$ref":"#/definitions/Pet"}}}""", """{"pet":{"name":null}}""", "/pet/name: is null")]
    public void Check_ValueThatDoesNot_SaysWhereAndWhy(string schema, string value, string said)
        => Assert.Contains(Check(schema, value), violation => violation.ToString().Contains(said, StringComparison.Ordinal));

    [Fact]
    public void Check_ReadOnlyMemberSent_IsAViolationOnlyInARequest()
    {
        Assert.Contains(Check(Pet, """{"name":"rex","id":1}""", Direction.Request), violation => violation.At == "/id");
        Assert.Empty(Check(Pet, """{"name":"rex","id":1}""", Direction.Response));
    }

    [Theory]
    [InlineData("GET", "/pets", "limit=5", null, 200, "[]", null)]
    [InlineData("GET", "/pets", "limit=five", null, 200, "[]", "query limit: is String, not integer")]
    [InlineData("GET", "/pets", "order=up", null, 200, "[]", "query order: is not in the document")]
    [InlineData("GET", "/cats", "", null, 200, "[]", "path: is not in the document")]
    [InlineData("GET", "/pets", "", null, 418, "", "status: 418 is not foreseen")]
    [InlineData("POST", "/pets", "", """{"name":"rex"}""", 204, "", null)]
    [InlineData("POST", "/pets", "", null, 204, "", "body: is missing")]
    [InlineData("POST", "/pets", "", """{}""", 204, "", "body: lacks name")]
    [InlineData("POST", "/pets", "", """{"name":"rex"}""", 204, "{}", "answer: should be empty")]
    [InlineData("GET", "/pets/abc", "", null, 200, "{\"name\":\"rex\"}", "path id: is String, not integer")]
    public void Exchange_Checked_SaysWhatDoesNotFit(string method, string path, string query, string? body, int status, string answer, string? said)
    {
        var pairs = query.Split('=') is [var name, var value] ? new[] { (name, value) } : [];
        var exchange = new Exchange(method, path, pairs, body is null ? null : JsonNode.Parse(body), status, answer);

        var found = new ContractChecker(Document()).Check(exchange).Select(violation => violation.ToString());

        if (said is null) Assert.Empty(found);
        else Assert.Contains(said, found);
    }

    private static IReadOnlyList<Violation> Check(string schema, string value, Direction direction = Direction.Response)
        => new SchemaValidator(Document(), direction).Check(JsonNode.Parse(value), JsonNode.Parse(schema)!);

    private static ApiDocument Document()
    {
        const string text = """
            definitions:
              Pet: PET
            paths:
              /pets:
                get:
                  parameters: [{name: limit, in: query, type: integer}]
                  responses: {"200": {schema: {type: array, items: {$ref: "#/definitions/Pet"}}}}
                post:
                  parameters: [{name: pet, in: body, schema: {$ref: "#/definitions/Pet"}}]
                  responses: {"204": {description: fine}}
              /pets/{id}:
                parameters: [{name: id, in: path, required: true, type: integer}]
                get:
                  responses: {"200": {schema: {$ref: "#/definitions/Pet"}}}
            """;
        return new ApiDocument(YamlToJson.Read(new StringReader(text.Replace("PET", Pet, StringComparison.Ordinal)))!.AsObject());
    }
}
