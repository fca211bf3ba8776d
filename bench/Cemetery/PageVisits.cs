using System.Net;
using System.Text.RegularExpressions;
using Anmin.Host;
using Anmin.Kernel.Data;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace Anmin.Bench.Cemetery;

/// <summary>The real pipeline on the bench's database, in this process, on a free loopback port; somebody signed in opens pages.</summary>
internal sealed partial class PageVisits : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly HttpClient http;

    private PageVisits(WebApplication app, HttpClient http) => (this.app, this.http) = (app, http);

    public static async Task<PageVisits> StartAsync(BenchDatabase database, string persona)
    {
        var app = AnminApp.Build(new HostOptions { Data = database.Folder, Database = database.Kind == DatabaseKind.Postgres ? database.Settings.ConnectionString : null, Urls = "http://127.0.0.1:0", Personas = true, Jobs = false });
        await Anmin.Host.Database.PrepareAsync(app.Services);
        await app.StartAsync();
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        var visits = new PageVisits(app, new(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new(address) });
        var form = Form().Matches(await visits.http.GetStringAsync("/sign-in")).Select(f => f.Value).First(f => f.Contains("persona", StringComparison.Ordinal));
        var fields = Hidden().Matches(form).ToDictionary(m => Of(m.Value, "name"), m => Of(m.Value, "value"));
        fields["persona"] = persona;
        var done = await visits.http.PostAsync(Of(form, "action") is { Length: > 0 } action ? action : "/sign-in", new FormUrlEncodedContent(fields));
        if (done.StatusCode is not (HttpStatusCode.SeeOther or HttpStatusCode.Found)) throw new OracleException($"{persona} could not sign in: {(int)done.StatusCode}");
        return visits;
    }

    public async Task<(double Seconds, int Bytes)> OpenAsync(string ground, Guid section)
    {
        var bytes = 0;
        var seconds = await Rounds.TimeAsync(async () =>
        {
            using var answer = await http.GetAsync($"/work/cemetery?ground={ground}&section={section}");
            OracleException.Equal(HttpStatusCode.OK, answer.StatusCode, "the page of a section");
            bytes = (await answer.Content.ReadAsByteArrayAsync()).Length;
        });
        return (seconds, bytes);
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
    }

    private static string Of(string tag, string name) => Regex.Match(tag, name + "=\"([^\"]*)\"") is { Success: true } found ? WebUtility.HtmlDecode(found.Groups[1].Value) : "";

    [GeneratedRegex("<form[^>]*method=\"post\".*?</form>", RegexOptions.Singleline | RegexOptions.IgnoreCase)]
    private static partial Regex Form();

    [GeneratedRegex("<input[^>]*type=\"hidden\"[^>]*>")]
    private static partial Regex Hidden();
}
