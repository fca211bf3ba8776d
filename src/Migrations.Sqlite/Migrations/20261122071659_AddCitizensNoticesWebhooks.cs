using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Anmin.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class AddCitizensNoticesWebhooks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "identity_citizen_code",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    phone = table.Column<byte[]>(type: "BLOB", nullable: true),
                    hash = table.Column<byte[]>(type: "BLOB", maxLength: 16, nullable: false),
                    device = table.Column<byte[]>(type: "BLOB", maxLength: 16, nullable: false),
                    address = table.Column<byte[]>(type: "BLOB", maxLength: 16, nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    expires_at = table.Column<long>(type: "INTEGER", nullable: false),
                    tries = table.Column<int>(type: "INTEGER", nullable: false),
                    closed_at = table.Column<long>(type: "INTEGER", nullable: true),
                    phone_index = table.Column<byte[]>(type: "BLOB", maxLength: 16, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_identity_citizen_code", x => x.id);
                    table.CheckConstraint("identity_citizen_code_tries", "tries between 0 and 5");
                });

            migrationBuilder.CreateTable(
                name: "identity_citizen_session",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    token = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    phone = table.Column<byte[]>(type: "BLOB", nullable: true),
                    consent_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    began_at = table.Column<long>(type: "INTEGER", nullable: false),
                    last_seen_at = table.Column<long>(type: "INTEGER", nullable: false),
                    ended_at = table.Column<long>(type: "INTEGER", nullable: true),
                    phone_index = table.Column<byte[]>(type: "BLOB", maxLength: 16, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_identity_citizen_session", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "identity_proxy_consent",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    officer_id = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    elder = table.Column<string>(type: "TEXT", maxLength: 180, nullable: true),
                    phone = table.Column<byte[]>(type: "BLOB", nullable: true),
                    person_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    scope = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    code_hash = table.Column<byte[]>(type: "BLOB", maxLength: 16, nullable: false),
                    asked_at = table.Column<long>(type: "INTEGER", nullable: false),
                    code_until = table.Column<long>(type: "INTEGER", nullable: false),
                    tries = table.Column<int>(type: "INTEGER", nullable: false),
                    given_at = table.Column<long>(type: "INTEGER", nullable: true),
                    until = table.Column<long>(type: "INTEGER", nullable: false),
                    ended_at = table.Column<long>(type: "INTEGER", nullable: true),
                    ended_by = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    person_id_index = table.Column<byte[]>(type: "BLOB", maxLength: 16, nullable: true),
                    phone_index = table.Column<byte[]>(type: "BLOB", maxLength: 16, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_identity_proxy_consent", x => x.id);
                    table.CheckConstraint("identity_proxy_consent_tries", "tries between 0 and 5");
                });

            migrationBuilder.CreateTable(
                name: "notifications_notice",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    body = table.Column<string>(type: "TEXT", maxLength: 20000, nullable: false),
                    audience = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    targets = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    from = table.Column<long>(type: "INTEGER", nullable: false),
                    until = table.Column<long>(type: "INTEGER", nullable: true),
                    pinned = table.Column<bool>(type: "INTEGER", nullable: false),
                    must_confirm = table.Column<bool>(type: "INTEGER", nullable: false),
                    author = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    written_at = table.Column<long>(type: "INTEGER", nullable: false),
                    withdrawn_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_notifications_notice", x => x.id);
                    table.CheckConstraint("notifications_notice_period", "\"until\" is null or \"until\" > \"from\"");
                });

            migrationBuilder.CreateTable(
                name: "notifications_notice_reading",
                columns: table => new
                {
                    notice_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    staff_id = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    read_at = table.Column<long>(type: "INTEGER", nullable: false),
                    confirmed_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_notifications_notice_reading", x => new { x.notice_id, x.staff_id });
                });

            migrationBuilder.CreateTable(
                name: "notifications_webhook",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    url = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    wires = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    secret = table.Column<byte[]>(type: "BLOB", nullable: true),
                    former = table.Column<byte[]>(type: "BLOB", nullable: true),
                    former_until = table.Column<long>(type: "INTEGER", nullable: true),
                    sm3 = table.Column<bool>(type: "INTEGER", nullable: false),
                    paused = table.Column<bool>(type: "INTEGER", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    created_by = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ended_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_notifications_webhook", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "notifications_webhook_delivery",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    webhook_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    fact_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    wire = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    body = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    next_at = table.Column<long>(type: "INTEGER", nullable: false),
                    attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    tried_at = table.Column<long>(type: "INTEGER", nullable: true),
                    status = table.Column<int>(type: "INTEGER", nullable: true),
                    answer = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    holder = table.Column<Guid>(type: "TEXT", nullable: true),
                    held_until = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_notifications_webhook_delivery", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_identity_citizen_code_address_at",
                table: "identity_citizen_code",
                columns: new[] { "address", "at" });

            migrationBuilder.CreateIndex(
                name: "IX_identity_citizen_code_device_at",
                table: "identity_citizen_code",
                columns: new[] { "device", "at" });

            migrationBuilder.CreateIndex(
                name: "IX_identity_citizen_code_phone_index_at",
                table: "identity_citizen_code",
                columns: new[] { "phone_index", "at" });

            migrationBuilder.CreateIndex(
                name: "IX_identity_citizen_session_consent_id",
                table: "identity_citizen_session",
                column: "consent_id");

            migrationBuilder.CreateIndex(
                name: "IX_identity_citizen_session_token",
                table: "identity_citizen_session",
                column: "token",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_identity_proxy_consent_officer_id_asked_at",
                table: "identity_proxy_consent",
                columns: new[] { "officer_id", "asked_at" });

            migrationBuilder.CreateIndex(
                name: "IX_identity_proxy_consent_phone_index",
                table: "identity_proxy_consent",
                column: "phone_index");

            migrationBuilder.CreateIndex(
                name: "IX_notifications_notice_from",
                table: "notifications_notice",
                column: "from");

            migrationBuilder.CreateIndex(
                name: "IX_notifications_webhook_delivery_state_next_at",
                table: "notifications_webhook_delivery",
                columns: new[] { "state", "next_at" });

            migrationBuilder.CreateIndex(
                name: "IX_notifications_webhook_delivery_webhook_id_state_id",
                table: "notifications_webhook_delivery",
                columns: new[] { "webhook_id", "state", "id" });

            migrationBuilder.CreateIndex(
                name: "notifications_webhook_once",
                table: "notifications_webhook_delivery",
                columns: new[] { "webhook_id", "fact_id" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "identity_citizen_code");

            migrationBuilder.DropTable(
                name: "identity_citizen_session");

            migrationBuilder.DropTable(
                name: "identity_proxy_consent");

            migrationBuilder.DropTable(
                name: "notifications_notice");

            migrationBuilder.DropTable(
                name: "notifications_notice_reading");

            migrationBuilder.DropTable(
                name: "notifications_webhook");

            migrationBuilder.DropTable(
                name: "notifications_webhook_delivery");
        }
    }
}
