using Anmin.Funeral.Cases;
using Anmin.Kernel.Actors;
using Anmin.Kernel.Ciphers;
using Anmin.Kernel.Commands;
using Anmin.Kernel.Data;
using Anmin.Kernel.Dictionaries;
using Anmin.Kernel.Documents;
using Anmin.Kernel.Http;
using Anmin.Kernel.Jobs;
using Anmin.Kernel.Outcomes;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Anmin.Funeral.Preparation;

/// <summary>传整理照片: before or after, by whoever works on the body. Sealed before it reaches the database.</summary>
internal sealed class AddPreparationPhoto(CaseFile file, PreparationDesk desk, PersonalVault vault) : IUseCase<AddPreparationPhoto.Request, AddPreparationPhoto.Reply>
{
    public const int MostBytes = 4 * 1024 * 1024;
    private const int MostPhotos = 12;

    /// <param name="Photo">JPEG or PNG, at most 4 MiB.</param>
    public sealed record Request(Guid OrderId, PhotoMoment Moment, byte[]? Photo);

    public sealed record Reply(Guid PhotoId, DateTimeOffset DeleteAfter);

    public Permission Permission => FuneralPermissions.Prepare;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        if (request.Photo is not { Length: > 0 } bytes || TypeOf(bytes) is not { } type) return PreparationProblems.PhotoUnread;
        if (bytes.Length > MostBytes) return PreparationProblems.PhotoTooLarge;
        if (!(await desk.OpenAsync(request.OrderId, ct)).Try(out var at, out var problem)) return problem;
        if (at.Order.State != PreparationState.Started) return PreparationProblems.NotStarted;
        if (await file.Db.PreparationPhotos.CountAsync(p => p.OrderId == at.Order.Id, ct) >= MostPhotos) return PreparationProblems.PhotoFull;
        if (!file.Rules.Due("preparation.photo.retention", at.Case.Division, file.Now).Try(out var until, out problem)) return problem;
        var photo = new PreparationPhoto { OrderId = at.Order.Id, CaseId = at.Case.Id, Moment = request.Moment, Type = type, Sealed = PhotoSeal.Close(vault, bytes), TakenBy = file.By.Id, TakenAt = file.Now, DeleteAfter = until };
        file.Db.Add(photo);
        return at.Case.NoteWork("preparation.photo", new { at.Order.Number, Moment = request.Moment.ToString() }).Try(out _, out problem) ? new Reply(photo.Id, until) : problem;
    }

    /// <summary>By the first bytes: what a file is called proves nothing.</summary>
    private static string? TypeOf(byte[] bytes)
        => bytes.AsSpan().StartsWith<byte>([0xFF, 0xD8, 0xFF]) ? "image/jpeg" : bytes.AsSpan().StartsWith<byte>([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) ? "image/png" : null;
}

/// <summary>查看整理照片: with a right of its own and a purpose, like whatever else is hidden. The reply is never stored.</summary>
internal sealed class SeePreparationPhoto(CaseFile file, Reading reading, DictionaryBook dictionary, PersonalVault vault) : IUseCase<SeePreparationPhoto.Request, SeePreparationPhoto.Reply>
{
    /// <param name="Purpose">A word of the list 查看目的.</param>
    public sealed record Request(Guid PhotoId, string? Purpose, string? Detail) : IHasReason
    {
        public string Reason => string.IsNullOrWhiteSpace(Detail) ? $"查看整理照片：{Purpose}" : $"查看整理照片：{Purpose}：{Detail}";
    }

    public sealed record Reply(string Type, byte[] Photo) : ISecretReply;

    public Permission Permission => FuneralPermissions.SeePreparationPhoto;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var purpose = dictionary.Offered(FuneralLists.Purpose).FirstOrDefault(p => p.Label == request.Purpose?.Trim());
        if (purpose is null) reading.Refuse(FuneralProblems.PurposeNeeded);
        var detail = reading.Text(request.Detail, nameof(request.Detail), "说明", 200, required: purpose?.Code == "other");
        if (purpose?.Code == "other" && detail is { Length: < 4 }) reading.Refuse(FuneralProblems.ReasonTooShort);
        if (reading.Problem is { } bad) return bad;
        var photo = await file.Db.PreparationPhotos.AsNoTracking().FirstOrDefaultAsync(p => p.Id == request.PhotoId, ct);
        if (photo is null) return KernelProblems.NotFound;
        if (!(await file.OpenAsync(photo.CaseId, ct)).Try(out _, out var problem)) return problem;
        return photo.Sealed is { } bytes ? new Reply(photo.Type, PhotoSeal.Open(vault, bytes)) : PreparationProblems.PhotoGone;
    }

    public static void Map(IEndpointRouteBuilder routes) => routes.MapCommand<SeePreparationPhoto, Request, Reply>("/preparations/photos/see");
}

/// <summary>Photos whose time is over lose their picture; the row that says there was one stays.</summary>
internal sealed class DeleteOldPhotos(AnminDb db, TimeProvider clock) : IUseCase<DeleteOldPhotos.Request, DeleteOldPhotos.Reply>
{
    private const int Most = 200;

    public sealed record Request;

    public sealed record Reply(int Deleted);

    public Permission Permission => FuneralPermissions.Prepare;

    public async Task<Outcome<Reply>> HandleAsync(Request request, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var over = await db.PreparationPhotos.Where(p => p.DeletedAt == null && p.DeleteAfter <= now).OrderBy(p => p.DeleteAfter).Take(Most).ToListAsync(ct);
        foreach (var photo in over) photo.Delete(now);
        return new Reply(over.Count);
    }
}

internal sealed class OldPhotosRound(IServiceScopeFactory scopes) : IJob
{
    public string Name => "funeral.photos";

    public string Label => "删除到期的整理照片";

    public TimeSpan Every => TimeSpan.FromHours(1);

    public Task RunAsync(Lease lease, CancellationToken ct) => scopes.AsSystemAsync(async services =>
    {
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        if (!await services.GetRequiredService<AnminDb>().PreparationPhotos.AnyAsync(p => p.DeletedAt == null && p.DeleteAfter <= now, ct)) return;
        await services.GetRequiredService<Gate>().RunAsync(services.GetRequiredService<DeleteOldPhotos>(), new DeleteOldPhotos.Request(), ct: ct);
    });
}

/// <summary>The vault seals text; a picture goes through it as such.</summary>
internal static class PhotoSeal
{
    private const string Column = "funeral_preparation_photo.sealed";

    public static byte[] Close(PersonalVault vault, byte[] bytes) => ScannedFile.Seal(vault, Column, bytes);

    public static byte[] Open(PersonalVault vault, byte[] bytes) => ScannedFile.Open(vault, Column, bytes);
}
