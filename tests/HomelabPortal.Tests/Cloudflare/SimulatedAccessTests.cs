using System.Text.Json.Nodes;
using HomelabPortal.Cloudflare;

namespace HomelabPortal.Tests.Cloudflare;

public sealed class SimulatedAccessTests
{
    private static NewAccessPolicy Allow(string name) => new() { Name = name, Decision = "allow", Include = [AccessRule.Email("ada@cowlab.org"), AccessRule.EmailDomain("cowlab.org")] };

    [Fact]
    public async Task Application_MadeByHand_KeepsItsUnknownMembersThroughOurUpdate()
    {
        await using var lab = await CloudflareLab.StartAsync();
        lab.State.Access.AddApplication(JsonNode.Parse("""
            {"type":"self_hosted","name":"wiki","domain":"wiki.cowlab.org","custom_deny_message":"Ask Ada","later":{"deep":[1,{"a":null}],"amount":1.50},
             "destinations":[{"type":"public","uri":"wiki.cowlab.org","later":true}]}
            """)!.AsObject());
        var before = lab.State.Access.StoredApplications[0].DeepClone().AsObject();

        var read = Assert.Single(await lab.Client.ListAccessApplicationsAsync(lab.AccountId, default));
        var policy = await lab.Client.CreateAccessPolicyAsync(lab.AccountId, Allow("family"), default);
        var changed = await lab.Client.UpdateAccessApplicationAsync(
            lab.AccountId, read with { Policies = [new AccessApplicationPolicy { Id = policy.Id }] }, default);

        var after = lab.State.Access.StoredApplications[0].DeepClone().AsObject();
        Assert.Equal(policy.Id, (string?)after["policies"]![0]);
        Assert.Equal((read.Aud, "family"), (changed.Aud, changed.Policies?[0].Name));
        foreach (var member in new[] { "policies", "updated_at" }) _ = before.Remove(member) && after.Remove(member);
        Assert.True(JsonNode.DeepEquals(before, after), $"{before}\n{after}");
    }

    [Fact]
    public async Task Application_WithTwoPolicies_AsksThemInTheirOrder()
    {
        await using var lab = await CloudflareLab.StartAsync();
        var first = await lab.Client.CreateAccessPolicyAsync(lab.AccountId, Allow("first"), default);
        var second = await lab.Client.CreateAccessPolicyAsync(lab.AccountId, Allow("second"), default);
        var made = await lab.Client.CreateAccessApplicationAsync(
            lab.AccountId, new NewAccessApplication { Name = "wiki", Domain = "wiki.cowlab.org", Policies = [first.Id, second.Id] }, default);

        var turned = await lab.Client.UpdateAccessApplicationAsync(lab.AccountId, made with { Policies = [made.Policies![1], made.Policies[0]] }, default);

        Assert.Equal(["first", "second"], made.Policies.Select(policy => policy.Name));
        Assert.Equal(["second", "first"], turned.Policies!.Select(policy => policy.Name));
        Assert.Equal([1, 2], turned.Policies!.Select(policy => policy.Precedence));
    }

    [Fact]
    public async Task Policy_ChangedByUs_KeepsRulesAndMembersItDoesNotKnow()
    {
        await using var lab = await CloudflareLab.StartAsync();
        lab.State.Access.AddPolicy(JsonNode.Parse("""
            {"name":"hand","decision":"allow","include":[{"geo":{"country_code":"NL"}},{"email":{"email":"ada@cowlab.org"}}],"approval_required":true,"later":[1.0]}
            """)!.AsObject());
        var policy = Assert.Single(await lab.Client.ListAccessPoliciesAsync(lab.AccountId, default));

        await lab.Client.UpdateAccessPolicyAsync(lab.AccountId, policy with { Include = [.. policy.Include!, AccessRule.Everyone] }, default);

        var stored = lab.State.Access.StoredPolicies[0];
        Assert.Equal("""[{"geo":{"country_code":"NL"}},{"email":{"email":"ada@cowlab.org"}},{"everyone":{}}]""", stored["include"]!.ToJsonString());
        Assert.Equal(("true", "[1.0]"), (stored["approval_required"]!.ToJsonString(), stored["later"]!.ToJsonString()));
        Assert.Equal(("geo", "NL"), (policy.Include![0].Kind, policy.Include[0].Value));
    }

    [Fact]
    public async Task Policy_InUse_IsNotDeleted()
    {
        await using var lab = await CloudflareLab.StartAsync();
        var policy = await lab.Client.CreateAccessPolicyAsync(lab.AccountId, Allow("family"), default);
        var made = await lab.Client.CreateAccessApplicationAsync(lab.AccountId, new NewAccessApplication { Name = "wiki", Domain = "wiki.cowlab.org", Policies = [policy.Id] }, default);

        await Assert.ThrowsAsync<CloudflareApiException>(() => lab.Client.DeleteAccessPolicyAsync(lab.AccountId, policy.Id, default));
        Assert.True(await lab.Client.DeleteAccessApplicationAsync(lab.AccountId, made.Id, default));
        Assert.True(await lab.Client.DeleteAccessPolicyAsync(lab.AccountId, policy.Id, default));
        Assert.False(await lab.Client.DeleteAccessPolicyAsync(lab.AccountId, policy.Id, default));
        Assert.False(await lab.Client.DeleteAccessApplicationAsync(lab.AccountId, made.Id, default));
    }

    [Fact]
    public async Task Application_WithATagThatDoesNotExist_IsRefusedUntilItDoes()
    {
        await using var lab = await CloudflareLab.StartAsync();
        var wish = new NewAccessApplication { Name = "wiki", Domain = "wiki.cowlab.org", Tags = ["homelabportal"] };

        var fault = await Assert.ThrowsAsync<CloudflareApiException>(() => lab.Client.CreateAccessApplicationAsync(lab.AccountId, wish, default));
        await lab.Client.CreateAccessTagAsync(lab.AccountId, "homelabportal", default);
        await lab.Client.CreateAccessApplicationAsync(lab.AccountId, wish, default);

        Assert.Equal(CloudflareErrorKind.Validation, fault.Kind);
        Assert.Equal(("homelabportal", 1), (await lab.Client.ListAccessTagsAsync(lab.AccountId, default)) is [var tag] ? (tag.Name, tag.AppCount ?? 0) : default);
    }

    [Fact]
    public async Task Organization_TellsTheTeam_AndIsNullWhereThereIsNone()
    {
        await using var lab = await CloudflareLab.StartAsync();
        Assert.Equal("cowlab", (await lab.Client.GetAccessOrganizationAsync(lab.AccountId, default))?.TeamName);
        Assert.True((await lab.Client.ListIdentityProvidersAsync(lab.AccountId, default))[0].IsOneTimePin);

        lab.State.Access.Organization = null;

        Assert.Null(await lab.Client.GetAccessOrganizationAsync(lab.AccountId, default));
        var fault = await Assert.ThrowsAsync<CloudflareApiException>(() => lab.Client.ListAccessApplicationsAsync(lab.AccountId, default));
        Assert.Equal(CloudflareErrorKind.NotEnabled, fault.Kind);
    }
}
