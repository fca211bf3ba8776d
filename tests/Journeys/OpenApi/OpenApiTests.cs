using System.Text.Json.Nodes;
using Anmin.Journeys.SingleSignOn;
using Anmin.Kernel.Data;
using Anmin.Testing;
using Shouldly;
using Xunit;

namespace Anmin.Journeys.OpenApi;

/// <summary>The description of our API that other people's programs are generated from.</summary>
public sealed class OpenApiTests
{
    private static readonly string[] Verbs = ["get", "post", "put", "patch", "delete"];

    // they read, and say why in the body
    private static readonly string[] AskedByPost = ["RevealPersonal", "ExportCases", "ExportCustodyFile", "ExportAudit"];

    [Fact]
    public async Task A_linter_we_did_not_write_finds_no_error()
    {
        var file = Path.Combine(Path.GetTempPath(), $"anmin-openapi-{Guid.NewGuid():N}.json");
        await File.WriteAllTextAsync(file, (await DocumentAsync()).ToJsonString(), TestContext.Current.CancellationToken);
        try
        {
            var (code, text) = await NodeTools.RunAsync("node_modules/@redocly/cli/bin/cli.js", ["lint", file, "--config", "redocly.yaml", "--format", "stylish", "--max-problems", "200"], TestContext.Current.CancellationToken);
            code.ShouldBe(0, text);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task Every_operation_says_in_chinese_what_it_does_who_may_and_how_it_refuses()
    {
        var document = await DocumentAsync();
        document["openapi"]!.GetValue<string>().ShouldStartWith("3.1");
        document["components"]!["securitySchemes"]!.AsObject().Select(s => s.Key).Order().ShouldBe(["bearer", "cookie"]);
        var operations = document["paths"]!.AsObject().SelectMany(p => p.Value!.AsObject().Where(o => Verbs.Contains(o.Key)).Select(o => (Path: p.Key, Verb: o.Key, Node: o.Value!))).ToList();
        operations.Count.ShouldBeGreaterThan(40);
        foreach (var (path, verb, node) in operations)
        {
            node["operationId"].ShouldNotBeNull(path);
            node["summary"]!.GetValue<string>().Any(c => c is >= '\u4e00' and <= '\u9fff').ShouldBeTrue($"{path}: {node["summary"]}");
            node["tags"]!.AsArray().Count.ShouldBe(1, path);
            foreach (var (status, answer) in node["responses"]!.AsObject().Where(r => r.Key[0] is '4' or '5')) answer!["content"]!["application/problem+json"].ShouldNotBeNull($"{path} {status}");
            if (verb == "post" && !AskedByPost.Contains(node["operationId"]!.GetValue<string>())) node["parameters"]?.AsArray().Any(p => p!["name"]?.GetValue<string>() == "Idempotency-Key").ShouldBe(true, path);
        }
    }

    private static async Task<JsonNode> DocumentAsync()
    {
        await using var host = await TestHost.StartAsync(DatabaseKind.Sqlite);
        using var http = host.Client();
        return JsonNode.Parse(await http.GetStringAsync("/openapi/v1.json", TestContext.Current.CancellationToken))!;
    }
}
