using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Anmin.Migrations.Postgres.Migrations
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
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    phone = table.Column<byte[]>(type: "bytea", nullable: true),
                    hash = table.Column<byte[]>(type: "bytea", maxLength: 16, nullable: false),
                    device = table.Column<byte[]>(type: "bytea", maxLength: 16, nullable: false),
                    address = table.Column<byte[]>(type: "bytea", maxLength: 16, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    tries = table.Column<int>(type: "integer", nullable: false),
                    closed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    phone_index = table.Column<byte[]>(type: "bytea", maxLength: 16, nullable: true)
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
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    token = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    phone = table.Column<byte[]>(type: "bytea", nullable: true),
                    consent_id = table.Column<Guid>(type: "uuid", nullable: true),
                    began_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    last_seen_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    phone_index = table.Column<byte[]>(type: "bytea", maxLength: 16, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_identity_citizen_session", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "identity_proxy_consent",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    officer_id = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    elder = table.Column<string>(type: "character varying(180)", maxLength: 180, nullable: true),
                    phone = table.Column<byte[]>(type: "bytea", nullable: true),
                    person_id = table.Column<byte[]>(type: "bytea", nullable: true),
                    scope = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    code_hash = table.Column<byte[]>(type: "bytea", maxLength: 16, nullable: false),
                    asked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    code_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    tries = table.Column<int>(type: "integer", nullable: false),
                    given_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ended_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    person_id_index = table.Column<byte[]>(type: "bytea", maxLength: 16, nullable: true),
                    phone_index = table.Column<byte[]>(type: "bytea", maxLength: 16, nullable: true)
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
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    body = table.Column<string>(type: "character varying(20000)", maxLength: 20000, nullable: false),
                    audience = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    targets = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    from = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    pinned = table.Column<bool>(type: "boolean", nullable: false),
                    must_confirm = table.Column<bool>(type: "boolean", nullable: false),
                    author = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    written_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    withdrawn_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
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
                    notice_id = table.Column<Guid>(type: "uuid", nullable: false),
                    staff_id = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    read_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    confirmed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_notifications_notice_reading", x => new { x.notice_id, x.staff_id });
                });

            migrationBuilder.CreateTable(
                name: "notifications_webhook",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    url = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    wires = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    secret = table.Column<byte[]>(type: "bytea", nullable: true),
                    former = table.Column<byte[]>(type: "bytea", nullable: true),
                    former_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    sm3 = table.Column<bool>(type: "boolean", nullable: false),
                    paused = table.Column<bool>(type: "boolean", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    created_by = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_notifications_webhook", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "notifications_webhook_delivery",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    webhook_id = table.Column<Guid>(type: "uuid", nullable: false),
                    fact_id = table.Column<Guid>(type: "uuid", nullable: false),
                    wire = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    body = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    next_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    tried_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    status = table.Column<int>(type: "integer", nullable: true),
                    answer = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    holder = table.Column<Guid>(type: "uuid", nullable: true),
                    held_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
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
