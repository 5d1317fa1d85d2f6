/* SPDX-FileCopyrightText: The Plumb contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Raise this when the tokenizer or the folding would cut any text differently: indexes are then made anew. */
#define PLUMB_TOKENIZER_VERSION 1

/**
 * PlumbTokenKind:
 * @PLUMB_TOKEN_WORD: a word, or a part of one that is written with a hyphen or an apostrophe
 * @PLUMB_TOKEN_IDEOGRAPH: one character of a script that is written without spaces
 * @PLUMB_TOKEN_JOINED: the parts of a word together; it stands where the first part, just before it, stands
 *
 * What a token is.
 */
typedef enum {
  PLUMB_TOKEN_WORD,
  PLUMB_TOKEN_IDEOGRAPH,
  PLUMB_TOKEN_JOINED,
} PlumbTokenKind;

/**
 * PlumbToken:
 * @kind: what it is
 * @text: its folded text, which ends with a zero
 * @length: the length of @text in bytes
 * @start: where it starts in the original, in bytes
 * @end: where it ends there
 * @run: a number that tokens share which belong together: the parts of a word, or ideographs in a row
 *
 * A token, as the tokenizer hands it out. It is only there during the call.
 */
typedef struct {
  PlumbTokenKind kind;
  const char *text;
  gsize length;
  gsize start;
  gsize end;
  guint run;
} PlumbToken;

/**
 * PlumbTokenFunc:
 * @token: a token
 * @user_data: data of the caller
 *
 * Called for each token.
 *
 * Returns: 0 to go on; anything else ends the tokenizing and is its result
 */
typedef int (*PlumbTokenFunc) (const PlumbToken *token, gpointer user_data);

int plumb_tokenize (const char *text, gssize length, PlumbTokenFunc func, gpointer user_data);

G_END_DECLS
