using Anmin.Identity.Clients;
using Anmin.Identity.SingleSignOn.Tokens;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using System.Globalization;

namespace Anmin.Identity.SingleSignOn.Logout;

/// <summary>Tells systems that somebody has left (OpenID Connect Back-Channel Logout). What does not hear is told again later.</summary>
internal sealed class SendLogoutNotices(IServiceScopeFactory scopes, ClientBook clients, TokenMint mint, IHttpClientFactory http, TimeProvider clock) : IJob
{
    public string Name => "identity.logout";

    public TimeSpan Every => TimeSpan.FromSeconds(2);

    public Task RunAsync(Lease lease, CancellationToken ct) => SendAsync(ct);

    /// <returns>How many were due.</returns>
    public async Task<int> SendAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        List<LogoutNotice> due;
        await using (var scope = scopes.CreateAsyncScope())
            due = await scope.ServiceProvider.GetRequiredService<AnminDb>().Set<LogoutNotice>().AsNoTracking().Where(n => n.NextAt != null && n.NextAt <= now).OrderBy(n => n.NextAt).Take(50).ToListAsync(ct);
        await Parallel.ForEachAsync(due, new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = ct }, async (notice, inner) => await SettleAsync(notice, await TellAsync(notice, inner), inner));
        return due.Count;
    }

    private async Task<string> TellAsync(LogoutNotice notice, CancellationToken ct)
    {
        if (clients.Find(notice.ClientId)?.BackChannel is not { } address) return "ok"; // nobody to tell any more
        try
        {
            var token = await mint.LogoutAsync(notice.ClientId, notice.StaffId, notice.SessionId, ct);
            using var form = new FormUrlEncodedContent([new("logout_token", token)]);
            using var message = new HttpRequestMessage(HttpMethod.Post, address) { Content = form };
            using var answer = await http.CreateClient(SsoDoor.Outward).SendAsync(message, HttpCompletionOption.ResponseHeadersRead, ct);
            return answer.IsSuccessStatusCode ? "ok" : ((int)answer.StatusCode).ToString(CultureInfo.InvariantCulture);
        }
        catch (Exception e) when (e is HttpRequestException || (e is OperationCanceledException && !ct.IsCancellationRequested))
        {
            return e is HttpRequestException { HttpRequestError: var kind } ? kind.ToString() : "Timeout";
        }
    }

    private async Task SettleAsync(LogoutNotice notice, string result, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Actor = Actor.System;
        await scope.ServiceProvider.GetRequiredService<Gate>().RunAsync(scope.ServiceProvider.GetRequiredService<SettleLogoutNotice>(),
            new SettleLogoutNotice.Request(notice.Id, clients.Find(notice.ClientId)?.Name ?? notice.ClientId, result), ct: ct);
    }
}
