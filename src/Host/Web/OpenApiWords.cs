using Anmin.Kernel.Actors;
using Anmin.Kernel.Data;
using Anmin.Kernel.Modules;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Anmin.Host.Web;

/// <summary>
/// What the description of the API says beyond shapes: what each operation is called, who may, how it refuses, how one proves oneself. All of it
/// is read off the use cases themselves, so none can be forgotten.
/// </summary>
internal sealed class OpenApiWords(ModelParts parts, IServiceScopeFactory scopes) : IOpenApiDocumentTransformer
{
    private const string Bearer = "bearer";
    private const string Cookie = "cookie";

    private static readonly Dictionary<string, string> Subjects = new()
    {
        ["identity"] = "人员、机构、岗位、角色、会话、接入系统和审计",
        ["funeral"] = "逝和殡：案卷、接运、入馆、告别、火化、骨灰和流转",
        ["notifications"] = "消息、短信和对外推送",
    };

    private static readonly Dictionary<string, string> Refusals = new()
    {
        ["400"] = "有内容需要改",
        ["401"] = "请先登录，或者令牌无效",
        ["403"] = "没有权限",
        ["404"] = "没有查到，或者不归您看",
        ["409"] = "与已有记录冲突",
        ["422"] = "现在不能办理",
        ["429"] = "太频繁，按Retry-After等待",
        ["503"] = "暂时不能办理",
    };

    private sealed record Words(string Module, string Summary, Permission Permission);

    public Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Info = new() { Title = "安民 API", Version = "v1", Description = "拒绝一律为RFC 9457（application/problem+json）；修改类请求请带Idempotency-Key，重复提交得到第一次的答复。程序用client_credentials换取的令牌调用，见docs/operations.md。" };
        document.Servers?.Clear();
        Schemes(document);
        document.Tags = parts.Modules.Select(m => new OpenApiTag { Name = m.Name, Description = Subjects.GetValueOrDefault(m.Name, m.Name) }).ToHashSet();
        var words = WordsOfAll();
        foreach (var (_, item) in document.Paths)
            foreach (var (method, operation) in item.Operations ?? [])
                Describe(document, method, operation, words.GetValueOrDefault(operation.OperationId ?? ""));
        return Task.CompletedTask;
    }

    private static void Describe(OpenApiDocument document, HttpMethod method, OpenApiOperation operation, Words? words)
    {
        var permission = words?.Permission ?? Permission.Anyone;
        operation.Summary ??= words?.Summary ?? "公开查询";
        operation.Description ??= permission == Permission.Anyone ? "不用登录。" : permission == Permission.SignedIn ? "登录后使用。" : $"需要权限“{permission.Label}”（{permission.Code}）。";
        operation.Tags = new HashSet<OpenApiTagReference> { new(words?.Module ?? document.Tags!.First().Name!, document) };
        operation.Security = permission == Permission.Anyone ? [new OpenApiSecurityRequirement()] : [Requires(document, Bearer), Requires(document, Cookie)];
        foreach (var parameter in (operation.Parameters ?? []).OfType<OpenApiParameter>().Where(p => p.Name == "Idempotency-Key"))
            (parameter.Description, parameter.Example) = ("1至64个字母、数字、连字符或下划线。同一个编号重复提交得到第一次的答复。", "9f2c4be1a7d04c0e8a55");
        operation.Responses ??= [];
        foreach (var status in method == HttpMethod.Post ? new[] { "400", "401", "403", "429", "503" } : ["401", "403", "429"]) operation.Responses.TryAdd(status, Refusal());
        if (!operation.Responses.Keys.Any(s => s[0] == '2')) operation.Responses["200"] = new OpenApiResponse { Description = "文件" };
        foreach (var (status, response) in operation.Responses.Where(r => r.Key[0] is '4' or '5')) response.Description = Refusals.GetValueOrDefault(status, response.Description ?? "没有办成");
    }

    private static OpenApiResponse Refusal() => new() { Content = new Dictionary<string, OpenApiMediaType> { ["application/problem+json"] = new() } };

    private static OpenApiSecurityRequirement Requires(OpenApiDocument document, string scheme) => new() { [new OpenApiSecuritySchemeReference(scheme, document)] = [] };

    private static void Schemes(OpenApiDocument document)
    {
        document.Components ??= new();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            [Bearer] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", BearerFormat = "JWT", Description = "程序：用client_credentials从/connect/token换取，放在Authorization请求头里。不接受写在地址里的令牌。" },
            [Cookie] = new OpenApiSecurityScheme { Type = SecuritySchemeType.ApiKey, In = ParameterLocation.Cookie, Name = "anmin-session", Description = "人：在登录页登录后由浏览器携带。" },
        };
    }

    private Dictionary<string, Words> WordsOfAll()
    {
        using var scope = scopes.CreateScope();
        var all = new Dictionary<string, Words>();
        foreach (var module in parts.Modules)
            foreach (var type in module.GetType().Assembly.GetTypes().Where(t => t is { IsClass: true, IsAbstract: false } && t.GetProperty("Permission")?.PropertyType == typeof(Permission)))
                if (scope.ServiceProvider.GetService(type) is { } useCase) all[type.Name] = Of(module, type, (Permission)type.GetProperty("Permission")!.GetValue(useCase)!);
        return all;
    }

    private static Words Of(IModule module, Type type, Permission permission) => new(module.Name, $"{permission.Label}：{type.Name}", permission);
}
