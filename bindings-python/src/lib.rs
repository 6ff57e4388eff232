//! Python binding of bosoto: conversion only.
