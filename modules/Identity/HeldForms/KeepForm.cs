using System.Text.Json;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Anmin.Identity.HeldForms;

/// <summary>Keeps what was typed. Under the code of an earlier one it takes its place, so that a paper already written down stays good.</summary>
internal sealed class KeepForm(AnminDb db, TimeProvider clock) : IUseCase<KeepForm.Request, KeepForm.Reply>
{
    /// <summary>Signatures drawn on a pad are the largest that is typed in a form.</summary>
    public const int Largest = 512 * 1024;

    /// <param name="Page">Path and query of the page.</param>
    /// <param name="Owner">Staff id; null for the public.</param>
    /// <param name="Asked">By 稍后继续, for 30 days; else for the while that signing in takes.</param>
    /// <param name="Code">Of the one to replace; null for a new one.</param>
    public sealed record Request(string Page, IReadOnlyDictionary<string, string[]> Fields, string? Owner, bool Asked, string? Code = null);

    public sealed record Reply(string Code, DateTimeOffset Until) : ISecretReply;

    public Permission Permission => Permission.Anyone;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        if (request.Page.Length > 2000 || JsonSerializer.SerializeToUtf8Bytes(request.Fields).Length > Largest) return HeldFormProblems.TooLarge;
        var until = clock.GetUtcNow() + (request.Asked ? HeldForm.Later : HeldForm.Meanwhile);
        if (request.Code is { } known && await FindAsync(db, known, clock.GetUtcNow(), ct) is { } earlier && earlier.Owner == request.Owner)
        {
            (earlier.Page, earlier.Content) = (request.Page, HeldForm.Pack(request.Fields));
            // what somebody wrote down for 30 days is not cut short by a session that ends
            (earlier.Asked, earlier.ExpiresAt) = (earlier.Asked || request.Asked, until > earlier.ExpiresAt ? until : earlier.ExpiresAt);
            return new Reply(known, earlier.ExpiresAt);
        }
        var code = HeldForm.Draw();
        db.Add(new HeldForm { Code = HeldForm.IndexOf(db, code), Page = request.Page, Content = HeldForm.Pack(request.Fields), Owner = request.Owner, Asked = request.Asked, ExpiresAt = until });
        return new Reply(code, until);
    }

    internal static Task<HeldForm?> FindAsync(AnminDb db, string code, DateTimeOffset now, CancellationToken ct)
    {
        var index = HeldForm.IndexOf(db, code);
        return db.Set<HeldForm>().SingleOrDefaultAsync(f => f.Code == index && f.ExpiresAt > now, ct);
    }
}

/// <summary>What is kept under a code; a staff member's for them alone.</summary>
internal sealed class OpenHeldForm(AnminDb db, Gate gate, TimeProvider clock) : IQuestion<OpenHeldForm.Request, OpenHeldForm.Reply>
{
    public sealed record Request(string? Code);

    public sealed record Reply(string Code, string Page, IReadOnlyDictionary<string, string[]> Fields, bool Asked, DateTimeOffset Until);

    public Permission Permission => Permission.Anyone;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        if (HeldForm.Read(request.Code) is not { } code) return HeldFormProblems.Gone;
        if (await KeepForm.FindAsync(db, code, clock.GetUtcNow(), ct) is not { } held || held.Owner is { } owner && owner != gate.Actor.Id) return HeldFormProblems.Gone;
        return new Reply(code, held.Page, held.Fields(), held.Asked, held.ExpiresAt);
    }
}

/// <summary>The form went through: nothing of it stays here.</summary>
internal sealed class DropHeldForm(AnminDb db) : IUseCase<DropHeldForm.Request, Done>
{
    public sealed record Request(string Code);

    public Permission Permission => Permission.Anyone;

    public async Task<Outcome<Done>> HandleAsync(Request request, CancellationToken ct)
    {
        if (HeldForm.Read(request.Code) is not { } code) return HeldFormProblems.Gone;
        var index = HeldForm.IndexOf(db, code);
        await db.Set<HeldForm>().Where(f => f.Code == index).ExecuteDeleteAsync(ct);
        return Done.It;
    }
}
